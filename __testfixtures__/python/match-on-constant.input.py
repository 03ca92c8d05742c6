match "https://api.old.ex.ai":
    case "https://api.old.ex.ai":
        pass
