const API_URL = process.env.API_URL || 'https://api.kiosk-museum.org';

exports.search = (words) => fetch(`${API_URL}/search?q=${words}`);
exports.ticket = (id) => fetch('https://tickets.staging.kiosk-museum.org/' + id);
exports.stream = () => new WebSocket('wss://tickets-staging.kiosk-museum.org/live');
