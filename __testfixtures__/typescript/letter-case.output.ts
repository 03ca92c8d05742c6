import { STAGING_BACKEND_URL } from '@/lib/domain-config';
import { a } from './a';

export const loud = 'HTTPS://new.ex.ai/x';
export const host = a === 'NEW.ex.ai';
export const url = fetch('https://New.Ex.Ai');
export const plain = STAGING_BACKEND_URL;
