from shared.domain_config import (
    STAGING_AUTH_HOST,
    STAGING_BACKEND_HOST,
    STAGING_FRONTEND_HOST,
)


def test_parts(self, config, parsed):
    self.assertEqual(parsed.hostname, STAGING_BACKEND_HOST, "the name of the service")
    for url, pattern in [(config.auth_url, STAGING_AUTH_HOST)]:
        assert pattern in url
    headers = [(b"host", b"www.new.ex.ai")]
    pairs = [("bucket", "app.old.ex.ai")]
    return headers, pairs


def report(issues, error):
    issues.append(f"Cannot reach {STAGING_FRONTEND_HOST}: {error}")
