URL = "https://api.old.ex.ai"
PATTERN = r"C:\https://api.old.ex.ai"
both = "\\https://api.old.ex.ai/x" + r"\\https://api.old.ex.ai/x"
