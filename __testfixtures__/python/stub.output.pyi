API_URL: str
"""https://new.ex.ai"""

def fetch(url: str = "https://new.ex.ai") -> str: ...
