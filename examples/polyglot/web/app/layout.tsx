import type { ReactNode } from 'react';
import { Footer } from '@/components/footer';

export const metadata = {
  title: 'Lumen',
  metadataBase: new URL('https://app.staging.lumen.example'),
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <link rel="preconnect" href="https://api.staging.lumen.example" />
      </head>
      <body>
        {children}
        <Footer />
      </body>
    </html>
  );
}
