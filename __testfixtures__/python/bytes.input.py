ORIGIN_URL = b"https://api.old.ex.ai"
RAW_URL = rb'https://api.old.ex.ai/\d'
