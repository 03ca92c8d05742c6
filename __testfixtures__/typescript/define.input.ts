import { defineConfig } from 'vite';

export default defineConfig({
  define: { __API__: JSON.stringify('https://api.old.ex.ai') },
  server: { proxy: { '/api': { target: 'https://api.old.ex.ai' } } },
});
