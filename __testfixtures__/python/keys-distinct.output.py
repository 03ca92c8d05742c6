from shared.domain_config import STAGING_BACKEND_URL, STAGING_FRONTEND_URL

SERVICES = {
    STAGING_BACKEND_URL: 1,
    # the front
    STAGING_FRONTEND_URL: 2,
}
