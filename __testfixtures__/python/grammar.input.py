import contextlib

import app


@app.route("https://api.old.ex.ai/a")("x")
async def stream(pool, *_):
    async with (
        pool.open("https://api.old.ex.ai") as (a, b),  # two
        contextlib.suppress(OSError) as self.x,
    ):
        yield
        url = yield
        print(a, b, url, [x for x, *_ in b])
    yield "https://api.old.ex.ai", (yield)
