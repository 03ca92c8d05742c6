import type { Metadata } from 'next';
import { STAGING_FRONTEND_URL } from '@/lib/domain-config';

export const metadata: Metadata = { openGraph: { url: 'https://www.new.ex.ai' } };

export default function Page() {
  return <a href={STAGING_FRONTEND_URL}>home</a>;
}
