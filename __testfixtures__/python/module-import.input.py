from shared import domain_config

URLS = [domain_config.STAGING_FRONTEND_URL, "https://api.old.ex.ai/x"]
