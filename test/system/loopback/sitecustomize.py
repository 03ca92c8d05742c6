"""Found by a Python process through PYTHONPATH: names below `.test` lead to LOOPBACK_PORT on this machine, all others do not exist."""

import os
import socket

_getaddrinfo = socket.getaddrinfo


def _here(host, port, *args, **kwargs):
    if not host.endswith(".test") or host == "nowhere.test":
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    return _getaddrinfo("127.0.0.1", int(os.environ.get("LOOPBACK_PORT", port)), *args, **kwargs)


socket.getaddrinfo = _here
