import { STAGING_BACKEND_URL } from '@/lib/domain-config';

export const urls = [
  'https://api.old.ex.ai*.old.ex.ai',
  'https://new.ex.ai..old.ex.ai',
  `https://www.old.ex.ai/docs${STAGING_BACKEND_URL}a@api.old.ex.ai`,
  `https://x${STAGING_BACKEND_URL}a@api.old.ex.ai`,
  'ws://api.old.ex.ai@api.old.ex.ai',
  'https://docs.new.ex.ai${x}@https://api.old.ex.ai',
];
