# redomain-ignore -- nothing stands here

from shared.domain_config import STAGING_BACKEND_URL

URL = STAGING_BACKEND_URL
