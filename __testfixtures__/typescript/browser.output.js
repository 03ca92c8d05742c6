window.apiUrl = 'https://new.ex.ai';
