from shared.domain_config import STAGING_AUTH_URL, STAGING_BACKEND_URL

urls = f"{STAGING_BACKEND_URL}{STAGING_AUTH_URL}"
adjacent = f"{STAGING_BACKEND_URL}" f"{STAGING_AUTH_URL}"
split = "https://api.old.ex.ai" "x.com"
starred = f"{STAGING_BACKEND_URL}*{STAGING_BACKEND_URL}"
