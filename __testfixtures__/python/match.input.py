def service(url):
    match url:
        case "https://api.old.ex.ai":
            return "backend"
        case {"url": "https://app.old.ex.ai"} | ["https://app.old.ex.ai/x"]:
            return "frontend"
        case _:
            return None
