ITEM_URL = 'https://api.old.ex.ai/{id}'.format(id=1)
ESCAPED_URL = "https://api.old.ex.ai/{{raw}}/{0}".format(2)
NAMED_URL = "https://api.old.ex.ai/\N{EN DASH}/{x}"
JSON_URL = '{"url": "https://api.old.ex.ai/x"}'
