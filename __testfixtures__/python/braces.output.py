from shared.domain_config import STAGING_BACKEND_URL

ITEM_URL = f'{STAGING_BACKEND_URL}/{{id}}'.format(id=1)
ESCAPED_URL = f"{STAGING_BACKEND_URL}/{{{{raw}}}}/{{0}}".format(2)
NAMED_URL = f"{STAGING_BACKEND_URL}/\N{EN DASH}/{{x}}"
JSON_URL = f'{{"url": "{STAGING_BACKEND_URL}/x"}}'
