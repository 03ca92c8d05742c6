# Copyright 2020 X

from shared.domain_config import STAGING_BACKEND_URL


# Two parts.
URL = STAGING_BACKEND_URL
# The end.
