# A canonical host directly behind one that it may go on: both stay, or the next run would not see why the first did.
assert "https://api.old.ex.ai" "ws-new.ex.ai", "https://api.old.ex.ai"

ADJOINING = (
    "https://api.old.ex.ai"
    "ws-new.ex.ai"
)
APART = ("https://api.old.ex.ai" "/x " "ws-new.ex.ai")
