import os

import httpx

from shared.cache import cache
from shared.domain_config import STAGING_BACKEND_URL
from shared.types import Url

URL = cache(Url, httpx.get(os.environ.get("API_URL", STAGING_BACKEND_URL)))
