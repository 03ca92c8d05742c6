import os

BACKEND_URL = os.environ.get("BACKEND_URL", "https://api.staging.harbor-systems.com")
AUTH_SERVICE_URL = os.environ.get("AUTH_SERVICE_URL", "https://auth.staging.harbor-systems.com")
WEBSOCKET_URL = "wss://api.staging.harbor-systems.com/ws"
