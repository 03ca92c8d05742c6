import os
import sys

from shared.domain_config import STAGING_BACKEND_URL

BASE_URL = STAGING_BACKEND_URL

sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import app

app.run(BASE_URL, f"{STAGING_BACKEND_URL}/x")
