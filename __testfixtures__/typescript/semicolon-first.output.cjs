// Copyright 2020 X
const { STAGING_BACKEND_URL } = require('../lib/domain-config');

;[STAGING_BACKEND_URL].forEach(f)
module.exports = 1
