"""Smoke tests.

CRITICAL: every name below api.old.ex.ai has to resolve.
"""

COMPOSE = """
API_URL: "https://api.old.ex.ai"
AUTH_URL: "https://auth.old.ex.ai"
"""

HOSTS = """
- https://api.old.ex.ai
- https://auth.old.ex.ai
"""
