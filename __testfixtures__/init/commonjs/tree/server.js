'use strict';

const { search } = require('./lib/client');

search('https://kiosk-museum.org/welcome');
