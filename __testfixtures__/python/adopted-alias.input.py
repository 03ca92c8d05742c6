from adopted.domains import STAGING_DOMAINS as DOMAINS
from app.base import Hosts

API_URL = "https://api.old.ex.ai/v1"
OTHER_URL = DOMAINS["AUTH_URL"]
FRONTEND_HOST = "app.old.ex.ai"
FRONTEND = Hosts
