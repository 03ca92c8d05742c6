"""Client of https://new.ex.ai/v1."""
# Talks to https://new.ex.ai

x = []  # type: list[str]  # from new.ex.ai


def fetch(url):
    """Fetches from https://new.ex.ai.

    It is quick.
    """
    "a text in the middle: https://new.ex.ai"
    return url


class Client:
    ("in " "parts: https://new.ex.ai")

    def close(self):
        r'''Says \d to https://new.ex.ai'''
