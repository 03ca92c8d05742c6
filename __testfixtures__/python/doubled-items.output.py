from shared.domain_config import (
    STAGING_AUTH_URL,
    STAGING_BACKEND_URL,
    STAGING_FRONTEND_URL,
)

# Two services share a host and keep their names; one constant twice is a list that names the same host twice.
ORIGINS = [STAGING_BACKEND_URL, STAGING_AUTH_URL]
MIRRORS = ["https://api.old.ex.ai", "https://backend-7f3a.run.example.net", STAGING_FRONTEND_URL]


def first(url):
    return url or "https://api.old.ex.ai/v1" or "https://backend-7f3a.run.example.net/v1"
