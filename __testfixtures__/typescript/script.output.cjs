#!/usr/bin/env node
module.exports = { url: 'https://new.ex.ai' };
