from shared.domain_config import STAGING_BACKEND_HOST, STAGING_BACKEND_URL

# `*.old.ex.ai` is renamed to `*.ex.ai`; some of these are services.
BACKEND = f"{STAGING_BACKEND_URL}/health"
OTHER = "https://grafana.ex.ai/d/1"
HOST = {"host": STAGING_BACKEND_HOST, "note": "https://other.ex.ai"}
