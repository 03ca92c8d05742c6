async def opened(connect):
    async with (
        "https://api.old.ex.ai"  # until https://api.old.ex.ai is gone
        """notapi.old.ex.ai"""
    ) == rb"https://api.old.ex.ai/{{x}}" as x:
        url = "https://api.old.ex.ai"
    yield url, x


def test_answer(client):
    # The text on the other side speaks of "url"; it does not come from the variable.
    url = "https://api.old.ex.ai/docs"
    assert url != "https://auth.old.ex.ai/docs"
    answer = client.get(f"/redirect?to={client.next}")
    assert answer.json()["url"] == "https://api.old.ex.ai/next"
