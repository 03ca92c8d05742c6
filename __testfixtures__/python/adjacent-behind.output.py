from shared.domain_config import STAGING_BACKEND_URL, STAGING_WEBSOCKET_HOST

# A canonical host directly behind one that it may go on: both stay, or the next run would not see why the first did.
assert "https://api.old.ex.ai" "ws-new.ex.ai", STAGING_BACKEND_URL

ADJOINING = (
    "https://api.old.ex.ai"
    "ws-new.ex.ai"
)
APART = (f"{STAGING_BACKEND_URL}" "/x " f"{STAGING_WEBSOCKET_HOST}")
