HELP_URL = r"\d https://api.old.ex.ai"
BRACES_URL = R'\d{2} https://api.old.ex.ai/x'
UNICODE_URL = u"https://api.old.ex.ai/x"
UPPER_URL = U'https://api.old.ex.ai'
