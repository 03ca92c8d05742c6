#!/usr/bin/env bash
set -euo pipefail
base=${1:-https://api.staging.lumen.example}
curl -fsS "$base/health" > /dev/null
curl -fsS -H 'Host: app.staging.lumen.example' "https://app.staging.lumen.example/healthz" > /dev/null
echo "staging is well"
