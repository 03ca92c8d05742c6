"""Recognises links to lamps in mails and tickets."""

import re

# Mails that were sent last year still carry the old links.
LAMP_LINK = re.compile(r"https://app\.staging\.lumen\.example/lamps/(\d+)")

RETIRED_HOSTS = {
    "api.staging.lumen.example": "staging-api.lumen.example",
    "auth.staging.lumen.example": "staging-auth.lumen.example",
}


def lamp_of(text: str) -> int | None:
    found = LAMP_LINK.search(text)
    return int(found.group(1)) if found else None


def modern(url: str) -> str:
    for old, new in RETIRED_HOSTS.items():
        url = url.replace(old, new)
    return url
