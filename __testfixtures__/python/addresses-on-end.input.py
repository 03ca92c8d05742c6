urls = "https://api.old.ex.aihttps://auth.old.ex.ai"
adjacent = "https://api.old.ex.ai" "https://auth.old.ex.ai"
split = "https://api.old.ex.ai" "x.com"
starred = "https://api.old.ex.ai*https://api.old.ex.ai"
