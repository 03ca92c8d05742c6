import app

assert app.url == "https://api.old.ex.ai", \
    "not https://api.old.ex.ai"
