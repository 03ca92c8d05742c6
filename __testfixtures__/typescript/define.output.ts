import { defineConfig } from 'vite';
import { STAGING_BACKEND_URL } from '@/lib/domain-config';

export default defineConfig({
  define: { __API__: JSON.stringify('https://new.ex.ai') },
  server: { proxy: { '/api': { target: STAGING_BACKEND_URL } } },
});
