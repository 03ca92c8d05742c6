import { defineConfig } from 'vitest/config';
import everything from './vitest.config.ts';

const OF_CORE =
  'baseline-compare,certificates,exported,faults,findings,fixtures,hits,laws,ledger,outcome,plan,prefilter,reporters,rules,suppress,verify';

const { projects: _, ...shared } = everything.test!;

/** The tests that a mutation run repeats for every change it plants in core: those that call it in their own process. */
export default defineConfig({ ...everything, test: { ...shared, include: [`test/{${OF_CORE}}.test.ts`] } });
