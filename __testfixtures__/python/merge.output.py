from shared.domain_config import STAGING_FRONTEND_URL, STAGING_BACKEND_URL
from shared.settings import settings

URLS = [STAGING_FRONTEND_URL, f"{STAGING_BACKEND_URL}/x", settings.base_url]
