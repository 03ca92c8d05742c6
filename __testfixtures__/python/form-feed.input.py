import os

# one page
A = "https://api.old.ex.ai/a"


def f():
    return os.name, "https://api.old.ex.ai/f"


class C:
    x = "https://api.old.ex.ai"

    y = "api.old.ex.ai"

# another page
B = 1
