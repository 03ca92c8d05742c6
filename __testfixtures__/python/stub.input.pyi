API_URL: str
"""https://api.old.ex.ai"""

def fetch(url: str = "https://api.old.ex.ai") -> str: ...
