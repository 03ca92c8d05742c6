from app.settings import *

API_URL = "https://api.old.ex.ai"
