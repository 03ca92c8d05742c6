#!/usr/bin/env python3
# -*- coding: utf-8 -*-
from shared.other import a

url = "https://api.old.ex.ai"
