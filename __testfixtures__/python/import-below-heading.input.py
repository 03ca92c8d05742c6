"""Tools."""
import os

# Shared
from shared.environment import get_env
from shared.windows_encoding import setup_encoding

BACKEND = os.environ.get("BACKEND", "https://api.old.ex.ai")
