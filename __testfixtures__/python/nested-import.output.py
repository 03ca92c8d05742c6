import os

from shared.domain_config import STAGING_BACKEND_URL as _STAGING_BACKEND_URL


def lazy_url():
    from shared.domain_config import STAGING_BACKEND_URL

    return STAGING_BACKEND_URL


DEFAULT_URL = os.environ.get("API_URL", _STAGING_BACKEND_URL)
