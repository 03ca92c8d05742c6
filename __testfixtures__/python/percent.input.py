import sys


def item_url(x):
    return "https://api.old.ex.ai/%s" % x


def banner(name):
    sys.stdout.write("%s is at %s" % (name, "https://api.old.ex.ai"))
