import { useState } from 'react';
import { DOCS_URL as _DOCS_URL, DOMAINS } from '@/adopted/domains';

const API_URL = DOMAINS.staging.backend;
const HEALTH = `${DOMAINS.staging.backend}/health`;
const AUTH_URL = DOMAINS.staging.auth;
const SOCKET_URL = `${DOMAINS.staging["web-socket"]}/ws`;
const SOCKET = DOMAINS.staging['web-socket'];
const SOCKET_PLAIN = DOMAINS.staging["web-socket"];
const DOCS_URL = `${_DOCS_URL}/guide`;
const HOST = { host: DOMAINS.staging['api-host'], [DOMAINS.staging.frontend]: 1 };
const JOINED = `a ${API_URL} ${DOMAINS.staging['web-socket']}/${HEALTH} ${DOMAINS.staging.frontend}`;
const CANONICAL = `${DOMAINS.staging.backend}/already`;

export function Link({ hosts = DOMAINS.staging.frontend }) {
  const [url] = useState(hosts ?? DOMAINS.staging.backend);
  return (
    <a href={DOMAINS.staging.frontend} data-url={DOMAINS.staging['web-socket']} title={url}>
      See {DOMAINS.staging.frontend}/x for more
    </a>
  );
}
