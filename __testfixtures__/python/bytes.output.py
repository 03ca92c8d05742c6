ORIGIN_URL = b"https://new.ex.ai"
RAW_URL = rb'https://new.ex.ai/\d'
