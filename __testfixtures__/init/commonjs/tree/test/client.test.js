const { search } = require('../lib/client');

search('https://api.kiosk-museum.org');
