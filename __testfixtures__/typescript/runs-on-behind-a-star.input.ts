f('https://api.old.ex.aihttps://api.old.ex.ai*-notapi.old.ex.ai');
export const last = 'https://api.old.ex.ai';
