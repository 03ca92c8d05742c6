import os

import httpx

from shared.cache import cache
from shared.types import Url

URL = cache(Url, httpx.get(os.environ.get("API_URL", "https://api.old.ex.ai")))
