from app import normalize, upgrade


def test_normalize():
    result = normalize("https://api.old.ex.ai/")
    assert result == "https://api.old.ex.ai"


def test_upgrade():
    url = "https://auth.old.ex.ai/login"
    result = upgrade(url)
    assert result.url != "https://auth.old.ex.ai/login"
