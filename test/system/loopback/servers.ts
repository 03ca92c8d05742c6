import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { Issued } from '../../certificate-authority.ts';

const open: Server[] = [];

afterAll(() => {
  for (const server of open.splice(0)) server.close();
});

/** The folder in which a Python process finds the same names as Node does with `NAMES`; for PYTHONPATH, with LOOPBACK_PORT. */
export const LOOPBACK = fileURLToPath(new URL('.', import.meta.url));

/** What makes a Node process take names below `.test` for this machine; for NODE_OPTIONS. */
export const NAMES = `--import=${new URL('names.mjs', import.meta.url).href}`;

async function listening(server: Server): Promise<number> {
  open.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as { port: number }).port;
}

/** A TLS server that presents a certificate and says nothing; gives its port. */
export function presenting({ certificate, key }: Issued): Promise<number> {
  const server = createTlsServer({ cert: certificate, key }, (socket) => socket.on('error', () => {}).resume());
  return listening(server.on('tlsClientError', () => {}));
}

/** A server that says the same to everybody, or nothing; gives its port. */
export function saying(text: string): Promise<number> {
  return listening(
    createServer((socket) => {
      socket.on('error', () => {}).resume();
      if (text) socket.end(text);
    }),
  );
}

/** A port on which nobody listens. */
export async function refusing(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  server.close();
  await once(server, 'close');
  return port;
}
