from shared.domain_config import STAGING_BACKEND_URL, STAGING_WEBSOCKET_WS_URL


def test_socket_host(build):
    host = "api.old.ex.ai"
    assert build(host) == "wss://api.old.ex.ai/ws"


def test_insecure_is_refused(connect):
    for url, accepted in [("wss://api.old.ex.ai/ws", True), ("ws://api.old.ex.ai/ws", False)]:
        assert connect(url) is accepted


WS_HOST = "api.old.ex.ai"


def urls():
    return {"api": STAGING_BACKEND_URL, "socket": STAGING_WEBSOCKET_WS_URL}
