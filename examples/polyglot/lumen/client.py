"""A thin client of the Lumen API."""

import httpx

from lumen.settings import Settings


class Client:
    def __init__(self, settings: Settings, token: str = "") -> None:
        self.settings = settings
        self.token = token

    def lamp(self, lamp_id: int) -> dict:
        url = f"https://api.staging.lumen.example/v1/lamps/{lamp_id}"
        return httpx.get(url, headers=self.headers(), timeout=self.settings.timeout).json()

    def readings(self, lamp_id: int, *, since: str = "now-1h") -> list[dict]:
        url = "https://api.staging.lumen.example/v1/lamps/{}/readings?since={}".format(lamp_id, since)
        return httpx.get(url, headers=self.headers()).json()

    def headers(self) -> dict[str, str]:
        return {
            "Authorization": f"Bearer {self.token}",
            "Origin": "https://app.staging.lumen.example",
        }


def tenant_url(tenant: str) -> str:
    # The tenant is part of the host: which one it is, only the caller knows.
    return f"https://{tenant}.staging.lumen.example/v1"
