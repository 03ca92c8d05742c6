"""Client of https://api.old.ex.ai/v1."""
# Talks to https://api.old.ex.ai

x = []  # type: list[str]  # from api.old.ex.ai


def fetch(url):
    """Fetches from https://api.old.ex.ai.

    It is quick.
    """
    "a text in the middle: https://api.old.ex.ai"
    return url


class Client:
    ("in " "parts: https://api.old.ex.ai")

    def close(self):
        r'''Says \d to https://api.old.ex.ai'''
