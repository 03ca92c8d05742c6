#!/usr/bin/env -S npx tsx
import { STAGING_BACKEND_URL } from '@/lib/domain-config';

export const url = STAGING_BACKEND_URL;
