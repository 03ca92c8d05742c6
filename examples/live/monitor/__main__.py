import sys
import urllib.error

from monitor.health import health

try:
    print(health())
except urllib.error.URLError as error:
    sys.exit(f"the backend does not answer: {error.reason}")
