const fs = require('fs');
fetch(import.meta.url, 'https://api.old.ex.ai');
