"""Where the service finds the others.

The staging API answers at https://api.staging.lumen.example/v1.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field

DEFAULT_API = "https://api.staging.lumen.example"

ENDPOINTS = {
    "api_url": os.getenv("LUMEN_API_URL", "https://api.staging.lumen.example"),
    "auth_url": "https://auth.staging.lumen.example/oauth",
    "live_url": "wss://api.staging.lumen.example/live",
    "health": "https://lumen-api-staging-7f3kq2xw.a.run.app/health",
}


@dataclass(frozen=True)
class Settings:
    api_host: str = "api.staging.lumen.example"
    timeout: float = 5.0
    endpoints: dict[str, str] = field(default_factory=lambda: dict(ENDPOINTS))
