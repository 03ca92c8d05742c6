COMPOSE = """
services:
  api:
    environment:
      API_HOST: api.old.ex.ai
      API_URL: https://api.old.ex.ai/v1
"""
DSN = "host=api.old.ex.ai;sslmode=require"
TAG = "name=api.old.ex.ai"
