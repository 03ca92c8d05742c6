import { STAGING_BACKEND_URL } from '@/lib/domain-config';
import { Component, Input } from './framework';
import { open } from './files';

const cast = <string>STAGING_BACKEND_URL;
const generic = <T,>(value: T): T => value;

@Component({ url: `${STAGING_BACKEND_URL}/c` })
export class Page {
  @Input() accessor url = `${STAGING_BACKEND_URL}/i`;
  constructor(private readonly base: string = `${STAGING_BACKEND_URL}/d`) {}
}

export const loaded = await fetch(`${STAGING_BACKEND_URL}/l`);
using file = open(`${STAGING_BACKEND_URL}/f`);
export const checked = { url: generic(cast) } satisfies Record<string, string>;
export const kept = `${STAGING_BACKEND_URL}/k`!;
