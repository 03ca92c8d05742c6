# `*.old.ex.ai` is renamed to `*.ex.ai`; some of these are services.
BACKEND = "https://new.old.ex.ai/health"
OTHER = "https://grafana.old.ex.ai/d/1"
HOST = {"host": "new.old.ex.ai", "note": "https://other.old.ex.ai"}
