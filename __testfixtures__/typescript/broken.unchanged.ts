export const url = 'https://api.old.ex.ai';
export const = {
