from app import data, x

A_URL = f"https://api.old.ex.ai/{x!r:>10}"
B_URL = f"https://api.old.ex.ai/{data['key']}/{x:{10}}"
C_URL = rf"https://api.old.ex.ai/\d/{x}"
D_URL = F'https://api.old.ex.ai/{x}'
E_URL = Rf"\w{x}https://api.old.ex.ai"
F_URL = f"""https://api.old.ex.ai/{x}/{data["key"]}"""
G_URL = f"https://api.old.ex.ai"
H_URL = f"https://api.old.ex.ai/{{literal}}/{x=}"
I_URL = f'{x}://api.old.ex.ai'
