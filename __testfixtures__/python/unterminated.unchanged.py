BASE_URL = "https://api.old.ex.ai
