from app import configure

from shared.domain_config import STAGING_BACKEND_URL

configure(STAGING_BACKEND_URL=STAGING_BACKEND_URL, options={"STAGING_BACKEND_URL": f"{STAGING_BACKEND_URL}/x"})
configure.STAGING_BACKEND_URL = STAGING_BACKEND_URL
