import functools
from dataclasses import dataclass, field


def route(url):
    return lambda function: function


@route("https://api.old.ex.ai/a")
def handler(url="https://api.old.ex.ai", *, base_url: str = "https://api.old.ex.ai/b"):
    return functools.partial(handler, url=url)


@dataclass
class Config:
    api_url: str = "https://api.old.ex.ai"
    urls: list = field(default_factory=lambda: ["https://api.old.ex.ai/c"])
    other_url = ws_url = "wss://api.old.ex.ai"
