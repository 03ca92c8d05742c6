const STEMS = ['domains', 'domain_hosts', 'redomain_hosts'];

/** A path in a directory for a domain module that does not exist yet. */
export function freeModule(files: ReadonlySet<string>, directory: string, extension: string): string {
  const prefix = directory === '' ? '' : `${directory}/`;
  const stem = STEMS.find((name) => !files.has(`${prefix}${name}${extension}`)) ?? STEMS[0]!;
  return `${prefix}${stem}${extension}`;
}
