from setuptools import setup

setup(name="example", url="https://api.old.ex.ai")
