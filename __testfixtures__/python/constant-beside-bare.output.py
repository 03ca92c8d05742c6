import shared.domain_config as domain_config

# A text that becomes a constant names nothing, and neither does the constant.
pair = (domain_config.STAGING_AUTH_URL, "auth.old.ex.ai")
table = {domain_config.STAGING_FRONTEND_URL: "app.old.ex.ai"}
table[domain_config.STAGING_BACKEND_URL] = "api.old.ex.ai"


def sorts(text):
    return check("ws.old.ex.ai", text) == "wss://ws.old.ex.ai"


# A name that the constant is given to still says what it is.
STAGING_BACKEND_HOST = domain_config.STAGING_BACKEND_HOST
