from shared.domain_config import (
    STAGING_AUTH_URL,
    STAGING_BACKEND_HOST,
    STAGING_BACKEND_URL,
)


def test_staging():
    urls = {"api": STAGING_BACKEND_URL, "auth": STAGING_AUTH_URL}
    for url in urls.values():
        assert STAGING_BACKEND_HOST in url
