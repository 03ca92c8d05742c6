#!/usr/bin/env bash
# redomain-ignore -- the old host answers until the switch
curl -f https://api.old.ex.ai/health
curl -H "Host: api.old.ex.ai" https://auth.old.ex.ai
wget https://api.old.ex.ai/releases/v2.1/tool.tar.gz
cat <<EOF
url: https://api.old.ex.ai
EOF
