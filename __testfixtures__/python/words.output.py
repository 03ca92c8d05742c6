from shared.domain_config import STAGING_BACKEND_URL


def base_url(x, y):
    if x in STAGING_BACKEND_URL or y:
        return STAGING_BACKEND_URL
    url = x if y else STAGING_BACKEND_URL if x else f"{STAGING_BACKEND_URL}/v1"
    yield STAGING_BACKEND_URL
    return f"{STAGING_BACKEND_URL}/"+url
