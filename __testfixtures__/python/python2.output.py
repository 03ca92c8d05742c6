# Talks to https://new.ex.ai
print "https://api.old.ex.ai"
# and to https://api.old.ex.ai
