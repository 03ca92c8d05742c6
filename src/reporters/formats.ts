import type { Reporter } from './reporter.ts';
/** One line per `--format`. */
export const reporters = {
  text: async () => (await import('./text.ts')).text,
  concise: async () => (await import('./concise.ts')).concise,
  json: async () => (await import('./json.ts')).json,
  diff: async () => (await import('./diff.ts')).diff,
  sarif: async () => (await import('./sarif.ts')).sarif,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  junit: async () => (await import('./junit.ts')).junit,
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./html.ts')).html,
  rdjson: async () => (await import('./rdjson.ts')).rdjson,
} as const satisfies Readonly<Record<string, () => Promise<Reporter>>>;
