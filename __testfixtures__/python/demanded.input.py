def check(url, violations):
    if "https://api.old.ex.ai" not in url:
        raise ValueError(url)
    if "auth.old.ex.ai" not in url:
        violations.append(url)
    if "https://app.old.ex.ai" not in url:
        return True
    return False
