from setuptools import setup

setup(name="example", url="https://new.ex.ai")
