call("https://api.old.ex.ai -> ", url="https://api.old.ex.ai")  # https://api.old.ex.ai
x = "https://auth.old.ex.ai"  # https://auth.old.ex.ai -> https://api.old.ex.ai
