import type { Choices } from './choices.ts';
import { address } from './hosts.ts';

/** Where texts stand, and so what they are. */
export const TEXT_PATHS = [
  'a.md', 'conf/a.yaml', '.env', 'a.json', 'Dockerfile', 'a.tf', 'a.txt', 'a.toml', 'a.ini', 'nginx.conf', 'run.sh', 'a.sql', 'a.xml', 'a.css', 'a.ipynb', '.github/workflows/a.yml', 'a.po', 'a.rst', 'a.csv', 'a', 'package-lock.json', 'a.properties', 'a.graphql', 'a.go', 'a.svg',
]; // biome-ignore format: one list

/** Lines of configuration and prose of any kind; what they are a text of does not matter to most of the laws. */
export function lines(c: Choices): string {
  const line = (): string => {
    const a = (): string => address(c);
    return c.pick([
      () => a(),
      () => `url: ${a()}`,
      () => `  host: "${a()}"  # ${a()}`,
      () => `API_URL=${a()}`,
      () => `export HOST='${a()}'`,
      () => `ENV API_HOST=${a()} OTHER=\${X:-${a()}}`,
      () => `"url": "${a().replaceAll('/', '\\/')}",`,
      () => `- [${a()}](${a()})`,
      () => `${a()}\n${'='.repeat(c.below(30))}`,
      () => `| ${a()} | ${a()} |`,
      () => `<a href="${a()}">${a()}</a>`,
      () => `server_name ${a()} ${a()};`,
      () => `Content-Security-Policy: connect-src ${a()} ${a()} 'self'`,
      () => `curl -s ${a()} | tee /var/log/${a()}`,
      () => `location = ${a()} -> ${a()}`,
      () => `msgid "${a()}"\nmsgstr "${a()}"`,
      () => `{"cells": [{"source": ["x = \\"${a()}\\""], "outputs": ["${a()}"]}]}`,
      () => `image: ${a()}/app:1.4@sha256:${'a'.repeat(12)}`,
      () => `# redomain-ignore ${c.pick(['', 'retired-host ', 'until=2020-01-01 '])}${c.once(3) ? '' : '-- kept'}`,
      () => c.pick(['# redomain-disable -- old', '# redomain-enable']),
      () => `a: &x ${a()}\nb: *x`,
      () => `block: |\n  ${a()}\n  ${a()}`,
      () => `2020-01-01T00:00:00 INFO GET ${a()} 200`,
      () => '',
      () => `<!-- redomain-ignore -- ${c.pick(['kept', a()])} -->`,
      () => `Write \`redomain-ignore -- ${a()}\` beside it.`,
      () => `😀é ${a()} é`,
      () => `host: {{ .Values.host | default "${a()}" }}`,
      () => `    proxy_pass ${a()}; # ${a()}`,
      () => `hosts = ["${a()}", '${a()}'] # ${a()}`,
      () => `\`\`\`sh\ncurl ${a()}\n\`\`\``,
      () => `INSERT INTO t (url, host) VALUES ('${a()}', '${a()}'); -- ${a()}`,
      () => `<item xmlns="${a()}"><url>${a()}</url></item>`,
      () => `${c.pick(['old', 'new', 'before', 'after', 'was'])}: ${a()}`,
      () => `\turl=${a()}; host=${a()}`,
    ])();
  };
  return `${[line(), ...c.some(12, line)].join('\n')}${c.once(4) ? '' : '\n'}`;
}

/** A page or component: markup around scripts that another grammar makes. */
export function component(c: Choices, path: string, script: () => string): string {
  const bare = (): string => address(c).replaceAll(/["'<>{}`\\]/g, '');
  const markup = (): string =>
    c.pick([
      () => `<p title="${address(c).replaceAll('"', '')}">${address(c)}</p>\n`,
      () => `<a :href="'${bare()}'" @click="go('${bare()}')">{{ '${bare()}' }}</a>\n`,
      () => `<!-- redomain-ignore -- kept -->\n<img src="${bare()}">\n`,
      () => `{#if url === '${bare()}'}<a href={'${bare()}'}>{@html '${bare()}'}</a>{/if}\n`,
      () => `<!-- ${bare()} -->\n<link rel="canonical" href='${bare()}' />\n`,
    ])();
  const tag = (attributes: string): string => `<script${attributes}>\n${script()}</script>\n`;
  if (path.endsWith('.astro')) return `---\n${script()}---\n${markup()}${c.once(3) ? tag('') : ''}`;
  const attributes = c.pick([
    '',
    ' lang="ts"',
    ' setup',
    ' lang="ts" setup',
    ' type="module"',
    ' type="application/json"',
    ' src="x.js"',
  ]);
  return [
    c.once(2) ? markup() : '',
    tag(attributes),
    c.once(3) ? tag(' context="module"') : '',
    c.once(2) ? markup() : '',
    c.once(3) ? `<style>a { background: url(${address(c)}) }</style>\n` : '',
  ].join('');
}
