"""Where a text stands that must stay first, no import can stand above it."""
from __future__ import annotations; BASE_URL = "https://new.ex.ai"
