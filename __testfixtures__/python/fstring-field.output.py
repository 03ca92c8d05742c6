import os

from shared.domain_config import STAGING_BACKEND_HOST, STAGING_BACKEND_URL

A_URL = f"https://{os.getenv('API_HOST', STAGING_BACKEND_HOST).strip()}"
B_URL = f"{os.getenv('API_URL', f'{STAGING_BACKEND_URL}/v1')}/items"
C_URL = f'{STAGING_BACKEND_URL!r:>40}'
D_URL = f"{'https://new.ex.ai'=}"
E_URL = f"{STAGING_BACKEND_URL}/{os.getenv('API_URL', STAGING_BACKEND_URL)}"
F_URL = f"""
{os.getenv("API_URL", f"{STAGING_BACKEND_URL}/v1")}
"""
