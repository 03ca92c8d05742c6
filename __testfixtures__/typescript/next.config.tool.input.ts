import type { NextConfig } from 'next';

const config: NextConfig = {
  images: { domains: ['localhost', 'api.old.ex.ai'] },
  env: { HOST: 'https://new.ex.ai' },
};

export default config;
