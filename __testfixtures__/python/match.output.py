from shared import domain_config


def service(url):
    match url:
        case domain_config.STAGING_BACKEND_URL:
            return "backend"
        case {"url": domain_config.STAGING_FRONTEND_URL} | ["https://www.new.ex.ai/x"]:
            return "frontend"
        case _:
            return None
