import httpx

HEALTH_URL = "https://api.old.ex.ai/health"
SOCKET_URL = 'wss://api.old.ex.ai:8443/ws?token=1#x'
LOGIN_URL = "https://user:pw@api.old.ex.ai:8443/x?u=https://api.old.ex.ai#f"
ENCODED_URL = "https://login.example.com/?next=https%3A%2F%2Fapi.old.ex.ai%2Fcb"
MESSAGE_URL = "see\nhttps://api.old.ex.ai\tnow"
