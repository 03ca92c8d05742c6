import os


def fetch(STAGING_BACKEND_URL=None):
    return STAGING_BACKEND_URL or "https://api.old.ex.ai"


class Settings:
    STAGING_FRONTEND_URL = "https://app.old.ex.ai"

    def url(self):
        return os.environ.get("STAGING_FRONTEND_URL", "https://app.old.ex.ai")


for STAGING_BACKEND_HOST in ["api.old.ex.ai"]:
    _STAGING_BACKEND_HOST = STAGING_BACKEND_HOST
