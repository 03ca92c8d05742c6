const { STAGING_AUTH_URL, STAGING_DOCS_URL } = require("../lib/domain-config");

exports.urls = [STAGING_AUTH_URL, STAGING_DOCS_URL];
exports.api = "https://api.old.ex.ai/x";
