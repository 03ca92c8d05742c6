window.apiUrl = 'https://api.old.ex.ai';
