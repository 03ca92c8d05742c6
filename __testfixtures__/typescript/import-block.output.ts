import { readFile } from 'node:fs/promises';
import { z } from 'zod';

import { alpha } from '@/lib/alpha';
import { STAGING_BACKEND_URL } from '@/lib/domain-config';
import type { Zone } from '@/lib/zone'; // last
// @ts-expect-error no types
import legacy from './legacy';

export const url = STAGING_BACKEND_URL;
export { alpha, legacy, readFile, type Zone, z };
