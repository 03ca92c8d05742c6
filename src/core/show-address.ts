import type { Address } from '../types/policy.ts';

/** `api.example.com:8443`. */
export function hostAndPort({ host, port }: Address): string {
  return port === undefined ? host : `${host}:${port}`;
}

/** Host, port and path. */
export function withoutScheme(address: Address): string {
  return hostAndPort(address) + (address.path ?? '');
}

/** An address as the configuration writes it. */
export function showAddress(address: Address): string {
  return (address.scheme === undefined ? '' : `${address.scheme}://`) + withoutScheme(address);
}
