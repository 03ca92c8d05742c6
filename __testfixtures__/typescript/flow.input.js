// @flow
import type { Url } from './url';

export const url = (id: number): Url => `https://api.old.ex.ai/${id}`;
export type Base = 'https://api.old.ex.ai';
