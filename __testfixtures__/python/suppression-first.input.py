# Copyright 2020 X
# redomain-ignore -- kept
assert "https://api.old.ex.ai"
URL = "https://api.old.ex.ai"
