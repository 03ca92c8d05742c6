from shared.domain_config import STAGING_BACKEND_URL as BASE

URL = BASE + "/a"
OTHER_URL = f"{BASE}/b"
