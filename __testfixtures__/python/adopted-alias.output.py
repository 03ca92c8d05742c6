from adopted.domains import STAGING_DOMAINS as DOMAINS, Hosts as _Hosts
from app.base import Hosts

API_URL = f"{DOMAINS['BACKEND_URL']}/v1"
OTHER_URL = DOMAINS["AUTH_URL"]
FRONTEND_HOST = _Hosts.FRONTEND
FRONTEND = Hosts
