from enum import Enum
from gettext import gettext as _
from typing import TypedDict

from shared.domain_config import STAGING_BACKEND_URL


class Slots:
    __slots__ = ("url", "https://new.ex.ai")


def fetch(url: "Annotated[str, 'https://new.ex.ai']", base_url=STAGING_BACKEND_URL) -> "https://new.ex.ai/url":
    return url


Urls = TypedDict("Urls", {"https://new.ex.ai/url": str})
Endpoint = Enum("Endpoint", {"API_URL": "https://new.ex.ai"})
HELP_URL = _("Read https://new.ex.ai/help first.")
width_url: "https://new.ex.ai" = f"{1:https://new.ex.ai}"
TEX_URL = r"\{https://new.ex.ai\}"
