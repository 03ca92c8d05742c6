from shared.domain_config import STAGING_BACKEND_URL

# redomain-ignore -- nothing stands here

URL = STAGING_BACKEND_URL
