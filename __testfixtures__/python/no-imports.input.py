#!/usr/bin/env python3
# Copyright 2024 Example.

BASE_URL = "https://api.old.ex.ai"
