from shared.domain_config import STAGING_BACKEND_URL

if x:
    from shared.domain_config import STAGING_BACKEND_URL as BASE_URL
URL = STAGING_BACKEND_URL
