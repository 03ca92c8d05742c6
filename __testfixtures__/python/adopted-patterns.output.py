from app.base import host

from adopted.domains import Hosts


def name():
    match host:
        case Hosts.FRONTEND:
            return "frontend"
        case "api.old.ex.ai":
            return "backend"
        case "wss://api.old.ex.ai":
            return "socket"
