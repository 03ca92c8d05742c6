import functools
from dataclasses import dataclass, field

from shared.domain_config import STAGING_BACKEND_URL, STAGING_WEBSOCKET_WS_URL


def route(url):
    return lambda function: function


@route(f"{STAGING_BACKEND_URL}/a")
def handler(url=STAGING_BACKEND_URL, *, base_url: str = f"{STAGING_BACKEND_URL}/b"):
    return functools.partial(handler, url=url)


@dataclass
class Config:
    api_url: str = STAGING_BACKEND_URL
    urls: list = field(default_factory=lambda: [f"{STAGING_BACKEND_URL}/c"])
    other_url = ws_url = STAGING_WEBSOCKET_WS_URL
