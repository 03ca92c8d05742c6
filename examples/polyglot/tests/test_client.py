from unittest.mock import patch

from lumen.client import Client, tenant_url
from lumen.links import lamp_of, modern
from lumen.settings import Settings


def test_lamp_asks_the_api():
    with patch("httpx.get") as get:
        Client(Settings()).lamp(7)
    assert get.call_args.args[0] == "https://api.staging.lumen.example/v1/lamps/7"


def test_old_links_are_understood():
    assert lamp_of("see https://app.staging.lumen.example/lamps/12") == 12


def test_modern_links_name_no_retired_host():
    assert "api.staging.lumen.example" not in modern("https://api.staging.lumen.example/v1")


def test_tenants_have_hosts_of_their_own():
    assert tenant_url("north").startswith("https://north.")
