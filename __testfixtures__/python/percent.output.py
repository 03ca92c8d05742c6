import sys

from shared.domain_config import STAGING_BACKEND_URL


def item_url(x):
    return f"{STAGING_BACKEND_URL}/%s" % x


def banner(name):
    sys.stdout.write("%s is at %s" % (name, STAGING_BACKEND_URL))
