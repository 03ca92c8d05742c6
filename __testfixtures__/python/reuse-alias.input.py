from shared.domain_config import STAGING_BACKEND_URL as BASE

URL = BASE + "/a"
OTHER_URL = "https://api.old.ex.ai/b"
