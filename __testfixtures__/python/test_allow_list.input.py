def test_origins(get_allowed_origins):
    allowed_origins = ["https://app.old.ex.ai"]
    assert get_allowed_origins("staging") == allowed_origins
