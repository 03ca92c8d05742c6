from shared.domain_config import STAGING_AUTH_URL, STAGING_BACKEND_URL

call(f"{STAGING_BACKEND_URL} -> ", url=STAGING_BACKEND_URL)  # https://new.ex.ai
x = STAGING_AUTH_URL  # https://auth.old.ex.ai -> https://api.old.ex.ai
