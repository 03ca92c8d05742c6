def base_url(x, y):
    if x in"https://api.old.ex.ai"or y:
        return"https://api.old.ex.ai"
    url = x if y else"https://api.old.ex.ai"if x else"https://api.old.ex.ai/v1"
    yield"https://api.old.ex.ai"
    return"https://api.old.ex.ai/"+url
