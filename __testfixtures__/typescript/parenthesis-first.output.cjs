const { STAGING_BACKEND_URL } = require('../lib/domain-config');

(async () => {
  await fetch(`${STAGING_BACKEND_URL}/x`)
})()
module.exports = {}
