import shared.domain_config as domain_config

# A text that becomes a constant names nothing, and neither does the constant.
pair = ("https://auth.old.ex.ai", "auth.old.ex.ai")
table = {"https://app.old.ex.ai": "app.old.ex.ai"}
table["https://api.old.ex.ai"] = "api.old.ex.ai"


def sorts(text):
    return check("ws.old.ex.ai", text) == "wss://ws.old.ex.ai"


# A name that the constant is given to still says what it is.
STAGING_BACKEND_HOST = "api.old.ex.ai"
