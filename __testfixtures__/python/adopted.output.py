"""Calls https://new.ex.ai."""

import os

from app.base import Base

from adopted.domains import BY_SERVICE, Hosts, STAGING_DOMAINS, Sockets, WS_HOST

API_URL = STAGING_DOMAINS["BACKEND_URL"]
AUTH_URL = STAGING_DOMAINS['AUTH_URL']
HEALTH = f"{STAGING_DOMAINS['BACKEND_URL']}/health"
HEALTH_SINGLE = f'{STAGING_DOMAINS["BACKEND_URL"]}/health'
FORMATTED = f"{STAGING_DOMAINS['BACKEND_URL']}/{os.name}/x"
NESTED = f"{os.environ.get('API_URL', STAGING_DOMAINS['BACKEND_URL'])}/x"
NESTED_PART = f"{os.environ.get('API_URL', 'https://new.ex.ai/y')}/x"
TRIPLE = f"""{STAGING_DOMAINS['BACKEND_URL']}/{os.name}"""
ADJACENT = "a" f"{STAGING_DOMAINS['BACKEND_URL']}/b"
BOTH = f"{STAGING_DOMAINS['BACKEND_URL']}, {STAGING_DOMAINS['FRONTEND_URL']}"
DOCS_URL = f"{BY_SERVICE['staging']['docs']['url']}/guide"
SOCKET_URL = f"{Sockets.WEBSOCKET.value}/ws"
SOCKET_PORT = f"ws://{WS_HOST}:8080/ws"
HOSTS = {"host": STAGING_DOMAINS["backend host"], "url": STAGING_DOMAINS["FRONTEND_URL"]}
CANONICAL = f"{STAGING_DOMAINS['BACKEND_URL']}/already"
RAW = rf"{STAGING_DOMAINS['BACKEND_URL']}/\d"


class Client(Base):
    url: str = STAGING_DOMAINS["BACKEND_URL"]

    def get(self, host=Hosts.FRONTEND, base=STAGING_DOMAINS["FRONTEND_URL"]):
        return self.fetch(STAGING_DOMAINS["BACKEND_URL"] if host else base, url=f"{STAGING_DOMAINS['FRONTEND_URL']}/x")


def close(url):
    return url==STAGING_DOMAINS["BACKEND_URL"] or url
