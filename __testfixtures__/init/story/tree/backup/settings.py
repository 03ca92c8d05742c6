BACKEND_URL = "https://api.staging.harbor-systems.com"
