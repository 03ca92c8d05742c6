from shared.domain_config import STAGING_BACKEND_HOST, STAGING_BACKEND_URL


def test_protocols(check):
    valid_urls = [f"{STAGING_BACKEND_URL}/health"]
    invalid_urls = [f"ftp://{STAGING_BACKEND_HOST}"]
    assert check(valid_urls) and not check(invalid_urls)


def test_hosts(check):
    invalid_urls = ["https://app.old.ex.ai"]
    assert not check(invalid_urls)


def test_subdomain(check):
    for url in [
        "https://new.ex.ai",  # Wrong: should be the name of the service
    ]:
        assert not check(url)


def test_configurations(check):
    incorrect_configs = {"api": "https://new.ex.ai", "socket": "http://api.old.ex.ai"}
    correct_configs = {"api": "https://api.old.ex.ai"}
    assert check(correct_configs) and not check(incorrect_configs)
