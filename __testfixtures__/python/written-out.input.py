# redomain-ignore hard-coded-host -- read before the package is on the path
URL = "https://api.old.ex.ai"
HOST = "https://new.ex.ai"  # redomain-ignore hard-coded-host -- the same
OTHER = f"see https://api.old.ex.ai"
