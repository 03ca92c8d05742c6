from shared.domain_config import STAGING_BACKEND_URL as _STAGING_BACKEND_URL

f(_STAGING_BACKEND_URL)  # c
from shared.domain_config import STAGING_BACKEND_URL
