"""Smoke tests.

CRITICAL: every name below new.ex.ai has to resolve.
"""

COMPOSE = """
API_URL: "https://new.ex.ai"
AUTH_URL: "https://new.ex.ai"
"""

HOSTS = """
- https://api.old.ex.ai
- https://auth.old.ex.ai
"""
