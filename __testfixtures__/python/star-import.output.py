from app.settings import *

from shared.domain_config import STAGING_BACKEND_URL as _STAGING_BACKEND_URL

API_URL = _STAGING_BACKEND_URL
