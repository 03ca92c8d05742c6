"""Hosts of the team's own making."""

import os
from enum import Enum
from typing import Final

from adopted.base import ROOT

SCHEME = "https"

STAGING_DOMAINS = {
    "BACKEND_URL": f"{SCHEME}://new.{ROOT}",
    "AUTH_URL": "https://new.ex.ai",
    "FRONTEND_URL": "https://" + "www.new.ex.ai",
    "backend host": "new.ex.ai",
}

BY_SERVICE: Final = {"staging": {"docs": {"url": "https://docs.new.ex.ai"}}}


class Hosts:
    FRONTEND = "www.new.ex.ai"


class Sockets(Enum):
    WEBSOCKET = "wss://ws-new.ex.ai"


WS_HOST = os.environ.get("WS_HOST", "ws-new.ex.ai")
