#!/usr/bin/env bash
# redomain-ignore -- the old host answers until the switch
curl -f https://api.old.ex.ai/health
curl -H "Host: new.ex.ai" https://new.ex.ai
wget https://api.old.ex.ai/releases/v2.1/tool.tar.gz
cat <<EOF
url: https://new.ex.ai
EOF
