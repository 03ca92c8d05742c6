URL = "https://api.old.ex.ai/x"
HOST = "new.ex.ai"
