# Talks to https://api.old.ex.ai
print "https://api.old.ex.ai"
# and to https://api.old.ex.ai
