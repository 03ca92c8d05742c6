from shared.domain_config import STAGING_BACKEND_URL

url = f"{STAGING_BACKEND_URL}{'//api.old.ex.ai' 'word'}"
host = "https://api.old.ex.ai" "x.com"
