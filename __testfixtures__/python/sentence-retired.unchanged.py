def check(results):
    assert not results, f"The deprecated domain (api.old.ex.ai) answered: {results}"
    print("https://api.old.ex.ai is deprecated")


DOMAINS = [
    {"domain": "api.old.ex.ai", "expected": False, "current_status": "deprecated"},
]
