# Copyright 2020 X

from shared.domain_config import STAGING_BACKEND_URL

# redomain-ignore -- kept
assert "https://api.old.ex.ai"
URL = STAGING_BACKEND_URL
