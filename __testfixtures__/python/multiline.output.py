from shared.domain_config import STAGING_BACKEND_URL

COMPOSE = """
services:
  web:
    environment:
      API_URL: https://new.ex.ai
"""

SCRIPT = f'''
curl "https://new.ex.ai/{COMPOSE}"
'''

ONE_LINE_URL = f"""{STAGING_BACKEND_URL}/x"""
CONTINUED_URL = f"{STAGING_BACKEND_URL}/\
x"
