import json
import urllib.request

HEALTH_URL = "https://api.staging.example.test/health"


def health() -> str:
    """What the backend says of itself."""
    with urllib.request.urlopen(HEALTH_URL, timeout=5) as answer:
        return json.load(answer)["status"]
