'use client';

import { STAGING_FRONTEND_URL } from '@/lib/domain-config';

export const Home = () => <a href={STAGING_FRONTEND_URL}>home</a>;
