import app

from shared.domain_config import STAGING_BACKEND_URL

assert app.url == STAGING_BACKEND_URL, \
    f"not {STAGING_BACKEND_URL}"
