import { APEX as ROOT } from './apex';

const PATHLESS = `https://new.${ROOT}`;

export const DOMAINS = {
  staging: {
    backend: PATHLESS,
    auth: 'https://new.ex.ai',
    frontend: 'https://' + 'www.new.ex.ai',
    'web-socket': 'wss://ws-new.ex.ai',
    'api-host': 'new.ex.ai',
  },
} as const;

export enum Hosts {
  BACKEND = 'new.ex.ai',
  FRONTEND = 'www.new.ex.ai',
}

export const DOCS_URL = process.env.DOCS_URL ?? 'https://docs.new.ex.ai';

export const table = { socket: 'ws-new.ex.ai' };
