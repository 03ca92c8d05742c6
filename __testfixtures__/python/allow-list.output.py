from fastapi.middleware.cors import CORSMiddleware

from shared.domain_config import (
    STAGING_AUTH_URL,
    STAGING_BACKEND_URL,
    STAGING_FRONTEND_URL,
)

ALLOWED_ORIGINS = ["https://app.old.ex.ai", "http://localhost:3000"]
settings = {"trusted_hosts": ["api.old.ex.ai"], "redirect_uris": ["https://auth.old.ex.ai/callback"]}
app.add_middleware(CORSMiddleware, allow_origins=["https://www.old.ex.ai/docs"])

ALLOWED_METHODS = {f"{STAGING_BACKEND_URL}/v1": ["GET"]}
redirect_uri = f"{STAGING_AUTH_URL}/callback"
origin = STAGING_FRONTEND_URL
