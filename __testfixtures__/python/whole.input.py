import os

API_URL = "https://api.old.ex.ai"
WS_URL = 'wss://api.old.ex.ai'
API_HOST = "api.old.ex.ai"
CURRENT_URL = "https://new.ex.ai"


def backend_url():
    return os.getenv("BACKEND_URL", "https://api.old.ex.ai")
