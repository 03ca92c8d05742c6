from app import configure

configure(STAGING_BACKEND_URL="https://api.old.ex.ai", options={"STAGING_BACKEND_URL": "https://api.old.ex.ai/x"})
configure.STAGING_BACKEND_URL = "https://api.old.ex.ai"
