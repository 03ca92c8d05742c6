import os
import sys

BASE_URL = "https://api.old.ex.ai"

sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import app

app.run(BASE_URL, "https://api.old.ex.ai/x")
