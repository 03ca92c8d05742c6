COMPOSE = """
services:
  web:
    environment:
      API_URL: https://api.old.ex.ai
"""

SCRIPT = f'''
curl "https://api.old.ex.ai/{COMPOSE}"
'''

ONE_LINE_URL = """https://api.old.ex.ai/x"""
CONTINUED_URL = "https://api.old.ex.ai/\
x"
