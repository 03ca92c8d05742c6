match x:
    case {"https://api.old.ex.ai": x, **rest}:
        pass
    case {"https://api.old.ex.ai/b": "https://api.old.ex.ai"}:
        pass
