import type { LanguageProfile } from '../../src/types/profile.ts';

const NEVER_IMPORTS = /\.d\.[cm]?ts$|(?:^|\/)(?:templates?\/project|project_template)\/|\{\{/;

/** What the code of detection defines or uses in a module. */
const DETECTION_WORDS = (
  'DOMAINS VARIABLES ACCEPTED OVERRIDES TEXT ADDRESS HOST PATH SECURE FORM Domains Endpoint Environment Variables environmentOf domainsOf ' +
  'processVariables read trimmed held unknown servicesOf addressOf overridden process Object JSON Error Number'
).split(' ');

/** Files that may import a module of TypeScript, and one of JavaScript. */
const TYPED = { scope: ['**/*.{ts,tsx,mts,cts,vue,svelte,astro}'] };
const UNTYPED = { scope: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts,vue,svelte,astro}'] };

export const typescript: LanguageProfile = {
  name: 'typescript',
  title: 'TypeScript',
  extensions: {
    ...{ '.ts': TYPED, '.tsx': {}, '.mts': TYPED, '.cts': TYPED },
    ...{ '.js': UNTYPED, '.jsx': {}, '.mjs': UNTYPED, '.cjs': UNTYPED },
  },
  lineComment: '//',
  isTest: (path) => /\.(?:test|spec|cy|stories)\.[cm]?[jt]sx?$/i.test(path),
  load: () => import('./language.ts'),
  module: {
    examples: ['.ts', '.js'],
    folderStem: 'index',
    reserved:
      'await break class const continue delete do else enum export extends false finally for function if import in instanceof let new null return static super switch this throw true try typeof var void while with yield arguments eval'.split(
        ' ',
      ),
    isNone: (file) => /\.d\.[mc]?ts$/.test(file),
    detection: { words: DETECTION_WORDS },
    neverImports: (path) => NEVER_IMPORTS.test(path),
    specifierOf(written) {
      if (written === undefined || !/^$|[\s'"`\\]/.test(written)) return { specifier: written };
      return { key: 'import', fault: 'is not a module specifier; write e.g. @/lib/domains, or leave the key out' };
    },
    loadCode: () => import('./module/code.ts'),
    loadProposal: () => import('./proposal.ts'),
    loadPackaging: () => import('./packaging/packaging.ts'),
    manifests: /^(?:package\.json|tsconfig\.json)$/i,
    loadAdoption: () => import('./compiler/adoption.ts'),
    loadTypeCheck: () => import('./compiler/type-check.ts'),
  },
};
