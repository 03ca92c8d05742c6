def test_parts(self, config, parsed):
    self.assertEqual(parsed.hostname, "api.old.ex.ai", "the name of the service")
    for url, pattern in [(config.auth_url, "auth.old.ex.ai")]:
        assert pattern in url
    headers = [(b"host", b"app.old.ex.ai")]
    pairs = [("bucket", "app.old.ex.ai")]
    return headers, pairs


def report(issues, error):
    issues.append(f"Cannot reach app.old.ex.ai: {error}")
