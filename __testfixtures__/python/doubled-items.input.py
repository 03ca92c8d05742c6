# Two services share a host and keep their names; one constant twice is a list that names the same host twice.
ORIGINS = ["https://api.old.ex.ai", "https://auth.old.ex.ai"]
MIRRORS = ["https://api.old.ex.ai", "https://backend-7f3a.run.example.net", "https://app.old.ex.ai"]


def first(url):
    return url or "https://api.old.ex.ai/v1" or "https://backend-7f3a.run.example.net/v1"
