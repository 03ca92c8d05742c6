from shared import domain_config

URLS = [domain_config.STAGING_FRONTEND_URL, f"{domain_config.STAGING_BACKEND_URL}/x"]
