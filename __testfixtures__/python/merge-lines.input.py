from shared.domain_config import (
    STAGING_BACKEND_HOST,  # the bare one
    STAGING_FRONTEND_URL,  # the front
)

URLS = [STAGING_FRONTEND_URL, "https://api.old.ex.ai/x", f"wss://{STAGING_BACKEND_HOST}"]
