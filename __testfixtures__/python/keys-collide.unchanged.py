import pytest

SERVICES = {"https://api.old.ex.ai": 1, "https://auth.old.ex.ai": 2}
HOSTS = {"https://api.old.ex.ai/x", "https://auth.old.ex.ai/x"}


@pytest.mark.parametrize("url", ["https://api.old.ex.ai", "https://auth.old.ex.ai"])
def test_up(url):
    assert url


def name(url):
    match url:
        case "https://api.old.ex.ai":
            return 1
        case "https://auth.old.ex.ai":
            return 2
