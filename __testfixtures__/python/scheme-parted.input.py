def test_socket_host(build):
    host = "api.old.ex.ai"
    assert build(host) == "wss://api.old.ex.ai/ws"


def test_insecure_is_refused(connect):
    for url, accepted in [("wss://api.old.ex.ai/ws", True), ("ws://api.old.ex.ai/ws", False)]:
        assert connect(url) is accepted


WS_HOST = "api.old.ex.ai"


def urls():
    return {"api": "https://api.old.ex.ai", "socket": "wss://api.old.ex.ai"}
