#!/usr/bin/env -S npx tsx
export const url = 'https://api.old.ex.ai';
