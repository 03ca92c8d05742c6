import {
  STAGING_AUTH_URL,
  STAGING_BACKEND_URL,
  STAGING_WEBSOCKET_WS_URL,
} from '@/lib/domain-config';

describe(STAGING_BACKEND_URL, () => {
  const pattern = 'api\\.old\\.ex\\.ai';
  fetch('https://api.old.ex.ai');
  it('GET https://api.old.ex.ai/health', () => {
    replace('https://api.old.ex.ai', pattern);
    fetch('https://api.old.ex.ai');
  });
});

export const handlers = {
  [STAGING_AUTH_URL]: (url: string) => url !== 'https://auth.old.ex.ai' && fetch('https://auth.old.ex.ai'),
  [STAGING_WEBSOCKET_WS_URL]: ['ws.old.ex.ai'],
};

// redomain-ignore hard-coded-host -- written out, also beside what is for review
find('auth.old.ex.ai', ['https://new.ex.ai', 'https://api.old.ex.ai']);
