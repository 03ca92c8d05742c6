from shared.domain_config import STAGING_BACKEND_HOST, STAGING_FRONTEND_URL

URLS = [STAGING_FRONTEND_URL, "https://api.old.ex.ai/x", f"wss://{STAGING_BACKEND_HOST}"]
