from __future__ import print_function

print("https://api.old.ex.ai/x")
