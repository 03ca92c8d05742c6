import contextlib

import app

from shared.domain_config import STAGING_BACKEND_URL


@app.route(f"{STAGING_BACKEND_URL}/a")("x")
async def stream(pool, *_):
    async with (
        pool.open(STAGING_BACKEND_URL) as (a, b),  # two
        contextlib.suppress(OSError) as self.x,
    ):
        yield
        url = yield
        print(a, b, url, [x for x, *_ in b])
    yield STAGING_BACKEND_URL, (yield)
