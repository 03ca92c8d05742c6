/// <reference path="https://new.ex.ai/types.ts" />
// @ts-expect-error served by https://new.ex.ai/m.js
import remote from 'https://new.ex.ai/m.js';

export { part } from 'https://new.ex.ai/part.js';
export * from 'https://new.ex.ai/all.js';

/** Loads from https://new.ex.ai/late.js */
export const late = () => import('https://new.ex.ai/late.js');
export const required = require('https://new.ex.ai/r.js');
export const found = require.resolve('https://new.ex.ai/r.js');
export default remote;
