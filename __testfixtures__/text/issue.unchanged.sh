gh issue create --body "
HTTPSConnectionPool(host='api.old.ex.ai', port=443): Read timed out.
certificate is not valid for 'api.old.ex.ai'
"
