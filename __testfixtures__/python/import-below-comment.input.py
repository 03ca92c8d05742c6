"""Tools."""
import os

from shared.auth_setup import authorize
# Windows consoles need this before anything is printed.
from shared.windows_encoding import setup_encoding

BACKEND = os.environ.get("BACKEND", "https://api.old.ex.ai")
