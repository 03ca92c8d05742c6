const csp = [
  "default-src 'self'",
  "connect-src 'self' https://*.staging.lumen.example wss://live.staging.lumen.example",
  "img-src 'self' data: https://api.staging.lumen.example",
].join('; ');

/** @type {import('next').NextConfig} */
export default {
  async headers() {
    return [{ source: '/(.*)', headers: [{ key: 'Content-Security-Policy', value: csp }] }];
  },
  async rewrites() {
    return [{ source: '/api/:path*', destination: 'https://api.staging.lumen.example/:path*' }];
  },
};
