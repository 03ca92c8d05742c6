import os

from shared.domain_config import STAGING_BACKEND_URL

STAGING_BACKEND_URL + os.sep
