import type { Metadata } from 'next';

export const metadata: Metadata = { openGraph: { url: 'https://app.old.ex.ai' } };

export default function Page() {
  return <a href="https://app.old.ex.ai">home</a>;
}
