import { readToken } from '@/lib/token';

/** Opens the stream of readings. */
export function openLive(area: string): WebSocket {
  const url = `wss://api.staging.lumen.example/live/${area}`;
  return new WebSocket(url, ['lumen.v1', readToken()]);
}

export const fallbacks: Record<string, string> = {
  'https://live.staging.lumen.example': 'long polling',
};
