from enum import Enum


class Base(Enum):
    API = "https://api.old.ex.ai"
    AUTH = "https://auth.old.ex.ai"
