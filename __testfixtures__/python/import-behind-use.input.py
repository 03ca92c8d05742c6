f("https://api.old.ex.ai")  # c
from shared.domain_config import STAGING_BACKEND_URL
