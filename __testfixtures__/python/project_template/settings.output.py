API_URL = "https://new.ex.ai"
