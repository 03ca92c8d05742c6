URL = "https://new.ex.ai/x"
HOST = "new.ex.ai"
