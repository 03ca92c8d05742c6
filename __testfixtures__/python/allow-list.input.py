from fastapi.middleware.cors import CORSMiddleware

ALLOWED_ORIGINS = ["https://app.old.ex.ai", "http://localhost:3000"]
settings = {"trusted_hosts": ["api.old.ex.ai"], "redirect_uris": ["https://auth.old.ex.ai/callback"]}
app.add_middleware(CORSMiddleware, allow_origins=["https://www.old.ex.ai/docs"])

ALLOWED_METHODS = {"https://api.old.ex.ai/v1": ["GET"]}
redirect_uri = "https://auth.old.ex.ai/callback"
origin = "https://app.old.ex.ai"
