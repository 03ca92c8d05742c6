from shared.domain_config import STAGING_BACKEND_URL

# redomain-ignore hard-coded-host -- read before the package is on the path
URL = "https://new.ex.ai"
HOST = "https://new.ex.ai"  # redomain-ignore hard-coded-host -- the same
OTHER = f"see {STAGING_BACKEND_URL}"
