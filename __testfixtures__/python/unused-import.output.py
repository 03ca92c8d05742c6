import os

from shared import domain_config
from shared.domain_config import STAGING_AUTH_URL

url = f"{domain_config.STAGING_BACKEND_URL}/x"
auth = STAGING_AUTH_URL
