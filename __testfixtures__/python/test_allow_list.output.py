from shared.domain_config import STAGING_FRONTEND_URL


def test_origins(get_allowed_origins):
    allowed_origins = [STAGING_FRONTEND_URL]
    assert get_allowed_origins("staging") == allowed_origins
