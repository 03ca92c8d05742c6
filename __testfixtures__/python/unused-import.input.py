import os

from shared import domain_config
from shared.domain_config import STAGING_AUTH_URL

url = "https://api.old.ex.ai/x"
auth = "https://auth.old.ex.ai"
