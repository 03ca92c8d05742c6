from typing import Literal

import typing as t

BaseUrl = Literal["https://api.old.ex.ai"]


def fetch(url: t.Literal["https://api.old.ex.ai"]):
    return url
