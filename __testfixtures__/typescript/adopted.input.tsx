import { useState } from 'react';

const API_URL = 'https://api.old.ex.ai';
const HEALTH = 'https://api.old.ex.ai/health';
const AUTH_URL = "https://auth.old.ex.ai";
const SOCKET_URL = "wss://api.old.ex.ai/ws";
const SOCKET = 'wss://api.old.ex.ai';
const SOCKET_PLAIN = "wss://api.old.ex.ai";
const DOCS_URL = 'https://www.old.ex.ai/docs/guide';
const HOST = { host: 'api.old.ex.ai', 'https://app.old.ex.ai': 1 };
const JOINED = `a ${API_URL} wss://api.old.ex.ai/${HEALTH} https://app.old.ex.ai`;
const CANONICAL = 'https://new.ex.ai/already';

export function Link({ hosts = 'https://app.old.ex.ai' }) {
  const [url] = useState(hosts ?? 'https://api.old.ex.ai');
  return (
    <a href="https://app.old.ex.ai" data-url="wss://api.old.ex.ai" title={url}>
      See https://app.old.ex.ai/x for more
    </a>
  );
}
