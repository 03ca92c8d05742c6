SERVICES = {
    "https://api.old.ex.ai": 1,
    # the front
    "https://app.old.ex.ai": 2,
}
