ROOT = "ex.ai"
