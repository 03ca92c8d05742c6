from adopted.domains import BY_SERVICE, STAGING_DOMAINS, Hosts, Sockets
from app.base import store

API_URL = STAGING_DOMAINS["BACKEND_URL"]
HEALTH = f"{STAGING_DOMAINS['BACKEND_URL']}/health"
SOCKET = f"{Sockets.WEBSOCKET.value}/ws"
DOCS = BY_SERVICE["staging"]["docs"]["url"]


def check(host):
    store(STAGING_DOMAINS["backend host"], "api.old.ex.ai")
    return host == STAGING_DOMAINS["backend host"]
