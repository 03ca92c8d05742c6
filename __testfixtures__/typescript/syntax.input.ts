import { Component, Input } from './framework';
import { open } from './files';

const cast = <string>'https://api.old.ex.ai';
const generic = <T,>(value: T): T => value;

@Component({ url: 'https://api.old.ex.ai/c' })
export class Page {
  @Input() accessor url = 'https://api.old.ex.ai/i';
  constructor(private readonly base: string = 'https://api.old.ex.ai/d') {}
}

export const loaded = await fetch('https://api.old.ex.ai/l');
using file = open('https://api.old.ex.ai/f');
export const checked = { url: generic(cast) } satisfies Record<string, string>;
export const kept = 'https://api.old.ex.ai/k'!;
