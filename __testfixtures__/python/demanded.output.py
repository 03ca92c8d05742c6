from shared.domain_config import STAGING_AUTH_HOST, STAGING_BACKEND_URL


def check(url, violations):
    if STAGING_BACKEND_URL not in url:
        raise ValueError(url)
    if STAGING_AUTH_HOST not in url:
        violations.append(url)
    if "https://app.old.ex.ai" not in url:
        return True
    return False
