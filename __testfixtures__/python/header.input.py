#!/usr/bin/env python3
# -*- coding: utf-8 -*-
# Copyright 2024 Example. Licensed under MIT.
"""Prints the address."""
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.domain_config import STAGING_FRONTEND_URL

try:
    import fast_json as json
except ImportError:
    import json

print(json.dumps("https://api.old.ex.ai"))
