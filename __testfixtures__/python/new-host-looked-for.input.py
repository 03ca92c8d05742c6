def test_staging():
    urls = {"api": "https://api.old.ex.ai", "auth": "https://auth.old.ex.ai"}
    for url in urls.values():
        assert "new.ex.ai" in url
