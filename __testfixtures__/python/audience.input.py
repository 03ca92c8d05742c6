SAML_AUDIENCE = "https://api.old.ex.ai"
AUDIENCES_URL = "https://api.old.ex.ai/audiences"

options = {"jwt-audience": "https://api.old.ex.ai", "jwksUri": "https://api.old.ex.ai/keys"}
