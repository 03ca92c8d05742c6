#!/usr/bin/env node
module.exports = { url: 'https://api.old.ex.ai' };
