URL = "https://api.old.ex.ai"
PATTERN = r"C:\https://api.old.ex.ai"
both = "\\https://api.old.ex.ai/x" + r"\\https://api.old.ex.ai/x"
lines = r"https://auth.old.ex.ai\Api.Old.Ex.Ai" "x" r"https://api.old.ex.ai"
