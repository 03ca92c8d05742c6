"""Tools."""
import os

from shared.auth_setup import authorize
from shared.domain_config import STAGING_BACKEND_URL
# Windows consoles need this before anything is printed.
from shared.windows_encoding import setup_encoding

BACKEND = os.environ.get("BACKEND", STAGING_BACKEND_URL)
