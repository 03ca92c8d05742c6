import { readFile } from 'node:fs/promises';
import { z } from 'zod';

import { alpha } from '@/lib/alpha';
import type { Zone } from '@/lib/zone'; // last
// @ts-expect-error no types
import legacy from './legacy';

export const url = 'https://api.old.ex.ai';
export { alpha, legacy, readFile, type Zone, z };
