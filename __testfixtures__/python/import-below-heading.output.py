"""Tools."""
import os

# Shared
from shared.domain_config import STAGING_BACKEND_URL
from shared.environment import get_env
from shared.windows_encoding import setup_encoding

BACKEND = os.environ.get("BACKEND", STAGING_BACKEND_URL)
