from app import normalize, upgrade

from shared.domain_config import STAGING_BACKEND_URL


def test_normalize():
    result = normalize(f"{STAGING_BACKEND_URL}/")
    assert result == STAGING_BACKEND_URL


def test_upgrade():
    url = "https://auth.old.ex.ai/login"
    result = upgrade(url)
    assert result.url != "https://auth.old.ex.ai/login"
