#!/usr/bin/env python3
# Copyright 2024 Example.

from shared.domain_config import STAGING_BACKEND_URL

BASE_URL = STAGING_BACKEND_URL
