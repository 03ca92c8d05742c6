SENDER = "ops@api.old.ex.ai"
REPLY = "Ops <ops@api.old.ex.ai>"
# Ask ops@api.old.ex.ai first.
ABUSE = "abuse@api.old.ex.ai"  # redomain-ignore needs-review -- printed on paper
