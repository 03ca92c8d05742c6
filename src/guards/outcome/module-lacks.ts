import type { ReasonPage } from '../reason-page.ts';

export const moduleLacks = {
  code: 'module-lacks',
  title: 'an adopted module that lacks a service',
  sentence: ({ value, service }) => `the adopted module has no ${value} for ${service}; add it there`,
  why: `redomain never writes an adopted module, and no constant in it has the address of this service. Places of the service
get literals.`,
  settle: `Add a constant with this value to the module. If the value has another name that redomain cannot see, name it under
\`symbols\`.`,
  occurs: 'A module with `adopt: true` has no constant for a service of the configuration.',
} satisfies ReasonPage;
