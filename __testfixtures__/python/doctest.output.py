def path_of(url):
    """The path of an address.

    >>> path_of("https://new.ex.ai/health")
    '/health'
    """
    return url[url.index("/", 8) :]
