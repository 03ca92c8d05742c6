import httpx

BOTH = "https://www.old.ex.ai/docshttps://api.old.ex.ai"
THREE = "https://www.old.ex.ai/docswss://api.old.ex.ai/wshttps://auth.old.ex.ai"
OTHER_PAGE = "https://www.old.ex.ai/docs-httpsonly"
