A_URL = "a " "https://api.old.ex.ai" " b"
B_URL = (
    "https://api.old.ex.ai"  # the base
    "/v1/{id}"
    r"/\d"
)
C_URL = "https://api.old.ex.ai" + "/v1"
D_URL = (
    "start "
    f"https://api.old.ex.ai/{A_URL}"
)
