from unittest.mock import patch

from adopted.domains import STAGING_DOMAINS
from app.base import run


def test_other_backend():
    with patch.dict(STAGING_DOMAINS, {"BACKEND_URL": "http://localhost"}):
        run("https://api.old.ex.ai/v1")


def test_docs():
    run("https://www.old.ex.ai/docs")
