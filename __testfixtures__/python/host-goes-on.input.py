url = f"https://api.old.ex.ai{'//api.old.ex.ai' 'word'}"
host = "https://api.old.ex.ai" "x.com"
