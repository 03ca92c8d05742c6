'use strict'

const fs = require('fs')
const { join } = require('path')
const { STAGING_BACKEND_URL } = require('../lib/domain-config')

const url = `${STAGING_BACKEND_URL}/x`
module.exports = { fs, join, url }
