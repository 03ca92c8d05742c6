import type { Address, Policy, Service } from '../src/types/policy.ts';

const service = (name: string, canonical: Address): Service => ({
  key: `staging.${name}`,
  environment: 'staging',
  name,
  canonical,
});
const NEW: Address = { host: 'new.ex.ai' };

/** A policy written out by hand, so that the tests of core do not depend on how configurations are read. */
export const POLICY: Policy = {
  apex: ['ex.ai'],
  certificates: [],
  services: [
    service('backend', NEW),
    service('websocket', { host: 'ws-new.ex.ai', scheme: 'wss' }),
    service('docs', { host: 'docs.new.ex.ai' }),
  ],
  entries: [
    { from: { host: 'api.old.ex.ai', scheme: 'wss' }, to: { host: 'ws-new.ex.ai', scheme: 'wss' }, service: 'staging.websocket' },
    { from: { host: 'api.old.ex.ai', scheme: 'ws' }, to: { host: 'ws-new.ex.ai', scheme: 'wss' }, service: 'staging.websocket' },
    { from: { host: 'www.old.ex.ai', path: '/docs' }, to: { host: 'docs.new.ex.ai' }, service: 'staging.docs' },
    { from: { host: 'api.old.ex.ai' }, to: NEW, service: 'staging.backend' },
    { from: { host: 'xn--bcher-kva.ex.ai' }, to: NEW, service: 'staging.backend' },
    { from: { host: 'backend-*.run.example.net' }, to: NEW, service: 'staging.backend' },
    { from: { host: '*.old.ex.ai' }, to: { host: '*.ex.ai' } },
  ],
  modules: [],
  deliver: [],
  emails: 'keep',
  rules: {},
  configFile: 'redomain.yaml',
};
