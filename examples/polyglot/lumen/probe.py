"""Asks a host whether it is well: python -m lumen.probe --host ..."""

import argparse
import json

import httpx

from lumen.settings import DEFAULT_API

COMPOSE = """
services:
  probe:
    environment:
      LUMEN_API_URL: https://api.staging.lumen.example
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Probe https://api.staging.lumen.example")
    parser.add_argument("--url", default="https://api.staging.lumen.example/health")
    parser.add_argument("--auth-host", default="auth.staging.lumen.example")
    options = parser.parse_args()
    print(json.dumps({"base": DEFAULT_API, "status": httpx.get(options.url).status_code}))


if __name__ == "__main__":
    main()
