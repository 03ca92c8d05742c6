#/usr/bin/env python3
# -*- coding: utf-8 -*-
URL = "https://api.old.ex.ai"
