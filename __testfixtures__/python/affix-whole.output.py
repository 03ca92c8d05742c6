from shared.domain_config import STAGING_BACKEND_HOST, STAGING_BACKEND_URL


def is_backend(url, host):
    return url.startswith(STAGING_BACKEND_URL) or host == STAGING_BACKEND_HOST
