from shared.domain_config import STAGING_BACKEND_HOST

COMPOSE = """
services:
  api:
    environment:
      API_HOST: new.ex.ai
      API_URL: https://new.ex.ai/v1
"""
DSN = f"host={STAGING_BACKEND_HOST};sslmode=require"
TAG = "name=api.old.ex.ai"
