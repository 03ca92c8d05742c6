export default { url: 'https://new.ex.ai' };
