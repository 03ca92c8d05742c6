'use strict'

const fs = require('fs')
const { join } = require('path')

const url = 'https://api.old.ex.ai/x'
module.exports = { fs, join, url }
