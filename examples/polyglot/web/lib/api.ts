import { readToken } from '@/lib/token';

const BASE = process.env.NEXT_PUBLIC_API_URL ?? 'https://api.staging.lumen.example';

export interface Lamp {
  id: number;
  lux: number;
}

export async function lamps(area: string): Promise<Lamp[]> {
  const response = await fetch(`${BASE}/v1/lamps?area=${encodeURIComponent(area)}`, {
    headers: { Authorization: `Bearer ${readToken()}` },
  });
  return response.json();
}

export const signInUrl = (next: string) =>
  'https://auth.staging.lumen.example/login?next=' + encodeURIComponent(next);

export const isOurs = (url: string) => /^https:\/\/(api|app)\.staging\.lumen\.example\//.test(url);
