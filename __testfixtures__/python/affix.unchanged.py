import re


def is_ours(url, host):
    return url.endswith(".old.ex.ai") or "old.ex.ai" in url or host.startswith("api.old.ex.ai/v1")


PATTERN = re.compile(r"https://api\.old\.ex\.ai/.*")
LOOSE = re.search("https://api.old.ex.ai/.*", "x")
URL_RE = "^https?://api.old.ex.ai$"
