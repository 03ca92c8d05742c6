"""The HTTP side of the service."""

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from lumen.settings import Settings

ALLOWED_ORIGINS = [
    "https://app.staging.lumen.example",
    "http://localhost:3000",
]

app = FastAPI(title="Lumen")
app.add_middleware(CORSMiddleware, allow_origins=ALLOWED_ORIGINS, allow_methods=["*"])


@app.get("/")
def index() -> dict[str, str]:
    settings = Settings()
    return {
        "docs": "https://docs.staging.lumen.example/start",  # read by people
        "api": f"https://{settings.api_host}/v1",
        "contact": "ops@api.staging.lumen.example",
    }


@app.get("/.well-known/legacy")
def legacy() -> str:
    # redomain-ignore until=2099-12-31 -- the partner's probe looks for exactly this text
    return "https://api.staging.lumen.example"
