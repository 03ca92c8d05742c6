export const HOSTS = {
  app: 'https://app.harbor-systems.com',
  api: 'https://api.harbor-systems.com',
  docs: 'https://docs.harbor-systems.com',
};
