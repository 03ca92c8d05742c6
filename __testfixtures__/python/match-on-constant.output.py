from shared.domain_config import STAGING_BACKEND_URL
from shared import domain_config

match STAGING_BACKEND_URL:
    case domain_config.STAGING_BACKEND_URL:
        pass
