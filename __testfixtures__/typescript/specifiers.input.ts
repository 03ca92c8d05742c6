/// <reference path="https://api.old.ex.ai/types.ts" />
// @ts-expect-error served by https://api.old.ex.ai/m.js
import remote from 'https://api.old.ex.ai/m.js';

export { part } from 'https://api.old.ex.ai/part.js';
export * from 'https://api.old.ex.ai/all.js';

/** Loads from https://api.old.ex.ai/late.js */
export const late = () => import('https://api.old.ex.ai/late.js');
export const required = require('https://api.old.ex.ai/r.js');
export const found = require.resolve('https://api.old.ex.ai/r.js');
export default remote;
