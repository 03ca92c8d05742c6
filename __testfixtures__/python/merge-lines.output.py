from shared.domain_config import (
    STAGING_BACKEND_HOST,  # the bare one
    STAGING_FRONTEND_URL,  # the front
    STAGING_BACKEND_URL,
)

URLS = [STAGING_FRONTEND_URL, f"{STAGING_BACKEND_URL}/x", f"wss://{STAGING_BACKEND_HOST}"]
