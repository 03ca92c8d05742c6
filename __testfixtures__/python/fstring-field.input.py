import os

A_URL = f"https://{os.getenv('API_HOST', 'api.old.ex.ai').strip()}"
B_URL = f"{os.getenv('API_URL', 'https://api.old.ex.ai/v1')}/items"
C_URL = f'{"https://api.old.ex.ai"!r:>40}'
D_URL = f"{'https://api.old.ex.ai'=}"
E_URL = f"https://api.old.ex.ai/{os.getenv('API_URL', 'https://api.old.ex.ai')}"
F_URL = f"""
{os.getenv("API_URL", "https://api.old.ex.ai/v1")}
"""
