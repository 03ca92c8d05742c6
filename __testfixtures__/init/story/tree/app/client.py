from shared.settings import BACKEND_URL

# DEPRECATED: https://api.staging.harbor-systems.com is not covered by the certificate
STAGING_API_URL = "https://api-staging.harbor-systems.com"
BACKEND_URLS = {
    "backend_url": "https://api-staging.harbor-systems.com",
    "staging_api_url": "https://staging-api.harbor-systems.com",
    "frontend": "https://staging.harbor-systems.com",
}
