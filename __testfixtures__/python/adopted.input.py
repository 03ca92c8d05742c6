"""Calls https://api.old.ex.ai."""

import os

from app.base import Base

API_URL = "https://api.old.ex.ai"
AUTH_URL = 'https://auth.old.ex.ai'
HEALTH = "https://api.old.ex.ai/health"
HEALTH_SINGLE = 'https://api.old.ex.ai/health'
FORMATTED = f"https://api.old.ex.ai/{os.name}/x"
NESTED = f"{os.environ.get('API_URL', 'https://api.old.ex.ai')}/x"
NESTED_PART = f"{os.environ.get('API_URL', 'https://api.old.ex.ai/y')}/x"
TRIPLE = f"""https://api.old.ex.ai/{os.name}"""
ADJACENT = "a" "https://api.old.ex.ai/b"
BOTH = "https://api.old.ex.ai, https://app.old.ex.ai"
DOCS_URL = "https://www.old.ex.ai/docs/guide"
SOCKET_URL = "wss://api.old.ex.ai/ws"
SOCKET_PORT = "ws://ws.old.ex.ai:8080/ws"
HOSTS = {"host": "api.old.ex.ai", "url": "https://app.old.ex.ai"}
CANONICAL = "https://new.ex.ai/already"
RAW = r"https://api.old.ex.ai/\d"


class Client(Base):
    url: str = "https://api.old.ex.ai"

    def get(self, host="app.old.ex.ai", base="https://app.old.ex.ai"):
        return self.fetch("https://api.old.ex.ai" if host else base, url="https://app.old.ex.ai/x")


def close(url):
    return url=="https://api.old.ex.ai"or url
