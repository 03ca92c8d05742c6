from app import data, x

from shared.domain_config import STAGING_BACKEND_HOST, STAGING_BACKEND_URL

A_URL = f"{STAGING_BACKEND_URL}/{x!r:>10}"
B_URL = f"{STAGING_BACKEND_URL}/{data['key']}/{x:{10}}"
C_URL = rf"{STAGING_BACKEND_URL}/\d/{x}"
D_URL = F'{STAGING_BACKEND_URL}/{x}'
E_URL = Rf"\w{x}{STAGING_BACKEND_URL}"
F_URL = f"""{STAGING_BACKEND_URL}/{x}/{data["key"]}"""
G_URL = STAGING_BACKEND_URL
H_URL = f"{STAGING_BACKEND_URL}/{{literal}}/{x=}"
I_URL = f'{x}://{STAGING_BACKEND_HOST}'
