"""Settings that other modules import."""

STAGING_BACKEND_URL = "https://api.old.ex.ai"
STAGING_FRONTEND_URL: str = "https://app.old.ex.ai"

__all__ = ["STAGING_BACKEND_URL", "STAGING_FRONTEND_URL"]
