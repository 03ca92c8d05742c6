MAP = {"https://api.old.ex.ai": "https://new.ex.ai"}
FORBIDDEN_URLS = ["https://api.old.ex.ai"]


def modern(url):
    return url.replace("https://api.old.ex.ai", "https://new.ex.ai")


def check(url, body):
    assert url != "https://api.old.ex.ai"
    assert "https://api.old.ex.ai" not in body
    assert not (url == "https://api.old.ex.ai")


def either(env):
    return env.get("URL") or "https://api.old.ex.ai" or "https://new.ex.ai"


def refuse(url):
    if url == "https://api.old.ex.ai":
        raise ValueError(url)
