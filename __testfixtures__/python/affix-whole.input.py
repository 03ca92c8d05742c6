def is_backend(url, host):
    return url.startswith("https://api.old.ex.ai") or host == "api.old.ex.ai"
