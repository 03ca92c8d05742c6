from app.base import host


def name():
    match host:
        case "app.old.ex.ai":
            return "frontend"
        case "api.old.ex.ai":
            return "backend"
        case "wss://api.old.ex.ai":
            return "socket"
