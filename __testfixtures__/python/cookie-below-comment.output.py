#/usr/bin/env python3
# -*- coding: utf-8 -*-

from shared.domain_config import STAGING_BACKEND_URL

URL = STAGING_BACKEND_URL
