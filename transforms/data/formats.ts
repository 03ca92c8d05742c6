import type { DataFormat } from '../../src/types/profile.ts';

/** Files that programs read as data. */
export const DATA_FORMATS: readonly DataFormat[] = [
  { name: 'json', files: /\.json$/, loadCode: () => import('./json.ts') },
  { name: 'dotenv', files: /(?:^|\/)(?:[^/]*\.env|\.env\.[^/]+)$/, loadCode: () => import('./dotenv.ts') },
];
