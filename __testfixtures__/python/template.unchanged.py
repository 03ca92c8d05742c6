BASE_URL = "https://api.old.ex.ai"
{% if debug %}
DEBUG_URL = "https://api.old.ex.ai/debug"
{% endif %}
