from __future__ import print_function

print("https://new.ex.ai/x")
