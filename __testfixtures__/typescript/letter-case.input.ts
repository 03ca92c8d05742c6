import { a } from './a';

export const loud = 'HTTPS://api.old.ex.ai/x';
export const host = a === 'NEW.ex.ai';
export const url = fetch('https://New.Ex.Ai');
export const plain = 'https://api.old.ex.ai';
