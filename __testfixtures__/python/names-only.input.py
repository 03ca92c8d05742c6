from enum import Enum
from gettext import gettext as _
from typing import TypedDict


class Slots:
    __slots__ = ("url", "https://api.old.ex.ai")


def fetch(url: "Annotated[str, 'https://api.old.ex.ai']", base_url="https://api.old.ex.ai") -> "https://api.old.ex.ai/url":
    return url


Urls = TypedDict("Urls", {"https://api.old.ex.ai/url": str})
Endpoint = Enum("Endpoint", {"API_URL": "https://api.old.ex.ai"})
HELP_URL = _("Read https://api.old.ex.ai/help first.")
width_url: "https://api.old.ex.ai" = f"{1:https://api.old.ex.ai}"
TEX_URL = r"\{https://api.old.ex.ai\}"
