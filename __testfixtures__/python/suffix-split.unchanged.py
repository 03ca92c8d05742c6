HOST = "api." "old.ex.ai"
SPLIT = "https://api.old.ex.ai" ".example.com"


def host(env):
    return "https://" + env + ".old.ex.ai"
