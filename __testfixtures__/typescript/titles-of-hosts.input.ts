describe('https://api.old.ex.ai', () => {
  const pattern = 'api\\.old\\.ex\\.ai';
  fetch('https://api.old.ex.ai');
  it('GET https://api.old.ex.ai/health', () => {
    replace('https://api.old.ex.ai', pattern);
    fetch('https://api.old.ex.ai');
  });
});

export const handlers = {
  'https://auth.old.ex.ai': (url: string) => url !== 'https://auth.old.ex.ai' && fetch('https://auth.old.ex.ai'),
  'wss://api.old.ex.ai': ['ws.old.ex.ai'],
};

// redomain-ignore hard-coded-host -- written out, also beside what is for review
find('auth.old.ex.ai', ['https://new.ex.ai', 'https://api.old.ex.ai']);
