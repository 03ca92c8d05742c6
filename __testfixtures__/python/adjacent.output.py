from shared.domain_config import STAGING_BACKEND_URL

A_URL = "a " f"{STAGING_BACKEND_URL}" " b"
B_URL = (
    f"{STAGING_BACKEND_URL}"  # the base
    "/v1/{id}"
    r"/\d"
)
C_URL = STAGING_BACKEND_URL + "/v1"
D_URL = (
    "start "
    f"{STAGING_BACKEND_URL}/{A_URL}"
)
