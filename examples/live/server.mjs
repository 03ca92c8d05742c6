// Serves /health and /events on this machine over TLS: TLS_CERT and TLS_KEY are PEM files, PORT is a port or 0 for a free one.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { WebSocketServer } from 'ws';

const STEPS = ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed'];

const { TLS_CERT, TLS_KEY, PORT = '8443' } = process.env;

const server = createServer({ cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) }, (request, response) => {
  const found = request.url === '/health';
  response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(found ? { status: 'ok' } : { error: 'not found' }));
});

new WebSocketServer({ server, path: '/events' }).on('connection', (socket) => {
  for (const type of STEPS) socket.send(JSON.stringify({ type }));
});

server.listen(Number(PORT), '127.0.0.1', () => console.log(`listening on port ${server.address().port}`));
