import { WebSocket } from 'ws';

const EVENTS_URL = 'wss://api.staging.example.test/events';

/** Prints what an agent does, until it is done. */
function listen(url: string): void {
  const socket = new WebSocket(url, { handshakeTimeout: 5000 });
  socket.on('message', (data) => {
    const { type } = JSON.parse(data.toString()) as { type: string };
    console.log(type);
    if (type === 'agent_completed') socket.close();
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    console.error(`cannot listen: ${error.message} (${error.code})`);
    process.exitCode = 1;
  });
}

listen(EVENTS_URL);
