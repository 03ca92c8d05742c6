import httpx

from shared.domain_config import (
    STAGING_BACKEND_HOST,
    STAGING_BACKEND_URL,
    STAGING_WEBSOCKET_WS_URL,
)

HEALTH_URL = f"{STAGING_BACKEND_URL}/health"
SOCKET_URL = f'{STAGING_WEBSOCKET_WS_URL}:8443/ws?token=1#x'
LOGIN_URL = f"https://user:pw@{STAGING_BACKEND_HOST}:8443/x?u={STAGING_BACKEND_URL}#f"
ENCODED_URL = f"https://login.example.com/?next=https%3A%2F%2F{STAGING_BACKEND_HOST}%2Fcb"
MESSAGE_URL = "see\nhttps://new.ex.ai\tnow"
