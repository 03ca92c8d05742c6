import os

from shared.domain_config import STAGING_BACKEND_URL

# one page
A = f"{STAGING_BACKEND_URL}/a"


def f():
    return os.name, f"{STAGING_BACKEND_URL}/f"


class C:
    x = STAGING_BACKEND_URL

    y = "api.old.ex.ai"

# another page
B = 1
