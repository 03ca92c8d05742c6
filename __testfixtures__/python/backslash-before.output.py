from shared.domain_config import STAGING_BACKEND_URL

URL = STAGING_BACKEND_URL
PATTERN = r"C:\https://api.old.ex.ai"
both = f"\\{STAGING_BACKEND_URL}/x" + rf"\\{STAGING_BACKEND_URL}/x"
lines = r"https://auth.old.ex.ai\Api.Old.Ex.Ai" "x" rf"{STAGING_BACKEND_URL}"
other = r"https://auth.old.ex.ai\Api.Old.Ex.Ai"
