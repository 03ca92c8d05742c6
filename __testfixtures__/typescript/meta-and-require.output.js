const fs = require('fs');
fetch(import.meta.url, 'https://new.ex.ai');
