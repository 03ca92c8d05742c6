from shared.domain_config import STAGING_FRONTEND_URL
from shared.settings import settings

URLS = [STAGING_FRONTEND_URL, "https://api.old.ex.ai/x", settings.base_url]
