from shared.domain_config import STAGING_BACKEND_URL


async def opened(connect):
    async with (
        f"{STAGING_BACKEND_URL}"  # until https://new.ex.ai is gone
        """notapi.old.ex.ai"""
    ) == rb"https://new.ex.ai/{{x}}" as x:
        url = STAGING_BACKEND_URL
    yield url, x


def test_answer(client):
    # The text on the other side speaks of "url"; it does not come from the variable.
    url = "https://api.old.ex.ai/docs"
    assert url != "https://auth.old.ex.ai/docs"
    answer = client.get(f"/redirect?to={client.next}")
    assert answer.json()["url"] == f"{STAGING_BACKEND_URL}/next"
