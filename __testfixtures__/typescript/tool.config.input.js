export default { url: 'https://api.old.ex.ai' };
