import * as domains from '@/lib/domain-config';
import { a } from './a';

export const url = a + 'https://api.old.ex.ai';
