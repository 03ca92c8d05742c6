from shared import domain_config

match x:
    case {"https://new.ex.ai": x, **rest}:
        pass
    case {"https://new.ex.ai/b": domain_config.STAGING_BACKEND_URL}:
        pass
