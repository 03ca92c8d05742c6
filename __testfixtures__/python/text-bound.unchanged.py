# No name of an import may be bound: this is no Python.
PAIR = ("https://api.old.ex.ai", "https://auth.old.ex.ai") = load()
