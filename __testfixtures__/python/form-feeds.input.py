# Copyright 2020 X

# Two parts.
URL = "https://api.old.ex.ai"
# The end.
