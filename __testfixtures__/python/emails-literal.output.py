SENDER = "ops@new.ex.ai"
REPLY = "Ops <ops@new.ex.ai>"
# Ask ops@new.ex.ai first.
