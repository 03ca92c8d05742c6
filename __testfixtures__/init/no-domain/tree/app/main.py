import os.path

from settings.app import config

VERSION = "1.2.3"
PACKAGE = "com.harbor.app"
PATH = os.path.join("README.md", "main.py")


def run(self):
    self.app.run(host="127.0.0.1", port=8000)
    return config.name, self.is_done, "module.name"
