from shared.domain_config import STAGING_BACKEND_HOST

SENDER = f"ops@{STAGING_BACKEND_HOST}"
REPLY = f"Ops <ops@{STAGING_BACKEND_HOST}>"
# Ask ops@new.ex.ai first.
SENT = b"ops@new.ex.ai"
