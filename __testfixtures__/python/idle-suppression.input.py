# redomain-ignore -- nothing stands here

URL = "https://api.old.ex.ai"
