from unittest.mock import patch

from adopted.domains import STAGING_DOMAINS, BY_SERVICE
from app.base import run


def test_other_backend():
    with patch.dict(STAGING_DOMAINS, {"BACKEND_URL": "http://localhost"}):
        run("https://new.ex.ai/v1")


def test_docs():
    run(BY_SERVICE["staging"]["docs"]["url"])
