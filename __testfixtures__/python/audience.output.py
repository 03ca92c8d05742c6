from shared.domain_config import STAGING_BACKEND_URL

SAML_AUDIENCE = "https://api.old.ex.ai"
AUDIENCES_URL = f"{STAGING_BACKEND_URL}/audiences"

options = {"jwt-audience": "https://api.old.ex.ai", "jwksUri": f"{STAGING_BACKEND_URL}/keys"}
