const { STAGING_AUTH_URL, STAGING_BACKEND_URL, STAGING_DOCS_URL } = require("../lib/domain-config");

exports.urls = [STAGING_AUTH_URL, STAGING_DOCS_URL];
exports.api = `${STAGING_BACKEND_URL}/x`;
