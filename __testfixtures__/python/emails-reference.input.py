SENDER = "ops@api.old.ex.ai"
REPLY = "Ops <ops@api.old.ex.ai>"
# Ask ops@api.old.ex.ai first.
SENT = b"ops@api.old.ex.ai"
