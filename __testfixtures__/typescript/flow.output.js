// @flow
import type { Url } from './url';
import { STAGING_BACKEND_URL } from '@/lib/domain-config';

export const url = (id: number): Url => `${STAGING_BACKEND_URL}/${id}`;
export type Base = 'https://new.ex.ai';
