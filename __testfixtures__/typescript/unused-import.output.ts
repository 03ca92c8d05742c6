import * as domains from '@/lib/domain-config';
import { a } from './a';

export const url = a + domains.STAGING_BACKEND_URL;
