import type { NextConfig } from 'next';

const config: NextConfig = {
  images: { domains: ['localhost', 'new.ex.ai'] },
  env: { HOST: 'https://new.ex.ai' },
};

export default config;
