import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../src/config/load.ts';
import { UserError } from '../src/core/user-error.ts';
import { makeTree } from './tree.ts';

/** The message for a configuration that is wrong. */
function mistakes(yaml: string, file = 'redomain.yaml'): string {
  const root = makeTree({ [file]: yaml });
  try {
    loadPolicy({ cwd: root, config: file });
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as Error).message;
  }
  throw new Error('the configuration was accepted');
}

const service = (lines: string) => `environments:\n  staging:\n    backend:\n${lines.replace(/^/gm, '      ')}\n`;

describe('one mistake, one line', () => {
  const cases: Record<string, [yaml: string, message: string]> = {
    'unknown key': ['apx: [ex.ai]\nrename: {}\n', 'redomain.yaml:1:1  apx: unknown key; did you mean apex?'],
    'unknown key with no neighbour': [
      service('host: new.ex.ai\nquux: 1'),
      'redomain.yaml:5:7  environments.staging.backend.quux: unknown key; known here: host, scheme, bare, retired',
    ],
    'wrong type, list wanted': [
      service('host: new.ex.ai\nretired: api.old.ex.ai'),
      'redomain.yaml:5:16  environments.staging.backend.retired: "api.old.ex.ai" is not a list; write ["api.old.ex.ai"]',
    ],
    'wrong type, text wanted': [
      service('host: 8080'),
      'redomain.yaml:4:13  environments.staging.backend.host: 8080 is not a text; write e.g. host: "api.example.com"',
    ],
    'missing key': [
      service('retired: []'),
      'redomain.yaml:4:7  environments.staging.backend.host: is missing; write e.g. host: "api.example.com"',
    ],
    'empty value': [
      service('host: new.ex.ai\nretired:'),
      'environments.staging.backend.retired: is empty; write e.g. retired: ["api.old.example.com"], or leave the key out',
    ],
    'unknown word': ['emails: kep\nrename: {}\n', 'redomain.yaml:1:9  emails: "kep" is not known here; did you mean keep?'],
    'unknown rule': ['rules: { retired-hst: warn }\nrename: {}\n', 'rules.retired-hst: unknown key; did you mean retired-host?'],
    'unknown severity': [
      'rules: { retired-host: fatal }\nrename: {}\n',
      'rules.retired-host: "fatal" is not known here; write error, warn or off',
    ],
    'unparsable YAML': ['environments:\n  staging: [a\n', 'redomain.yaml:3:1  not valid YAML: '],
    'an unquoted wildcard': [
      service('host: new.ex.ai\nretired: [*.old.ex.ai]'),
      'redomain.yaml:5:17  a text that begins with * must be quoted; write "*.old.ex.ai"',
    ],
    'a key that stands twice': [
      service('host: a.ex.ai\nhost: b.ex.ai'),
      'redomain.yaml:5:7  this key stands twice; keep one of them',
    ],
    'two documents': ['rename: {}\n---\nrename: {}\n', 'keep one document'],
    'empty file': ['', 'redomain.yaml:1:1  the configuration is empty'],
    'nothing named': ['apex: [ex.ai]\n', 'redomain.yaml:1:1  names no host; write environments with services, or rename'],
    'no environment': ['environments: {}\n', 'redomain.yaml:1:15  environments: is empty; name an environment with its services'],
    'no service': ['environments: { prod: {} }\n', 'environments.prod: is empty; name a service with its host'],
    'bad name': [
      'environments:\n  "a b":\n    c: { host: x.ex.ai }\n',
      'redomain.yaml:2:3  environments["a b"]: "a b" is no name; write letters',
    ],
    'public suffix as apex': [
      'apex: [co.uk]\nrename: {}\n',
      'redomain.yaml:1:8  apex[0]: "co.uk" is a public suffix, under which anyone may register; write your own domain',
    ],
    'private suffix as apex': ['apex: [github.io]\nrename: {}\n', 'apex[0]: "github.io" is a public suffix'],
    'single label as apex': ['apex: [localhost]\nrename: {}\n', 'apex[0]: "localhost" is no registrable domain'],
    'URL as apex': ['apex: ["https://ex.ai"]\nrename: {}\n', 'apex[0]: "https://ex.ai" is more than a domain; write ex.ai'],
    'wildcard apex': ['apex: ["*.ex.ai"]\nrename: {}\n', 'apex[0]: "*.ex.ai" holds a wildcard; write the domain alone'],
    'wildcard within a certificate name': [
      'certificates: ["a.*.ex.ai"]\nrename: {}\n',
      'certificates[0]: "a.*.ex.ai" holds a wildcard that is not its whole first label',
    ],
    'white space in a host': [
      service('host: foo bar'),
      'host: "foo bar" is not a host (it holds white space); write e.g. api.example.com',
    ],
    'empty label': [service('host: a..ex.ai'), 'host: "a..ex.ai" is not a host (it has an empty label)'],
    'long label': [service(`host: ${'a'.repeat(64)}.ex.ai`), 'is not a host (a label of 64 characters; 63 is the limit)'],
    'long host': [service(`host: ${'a.'.repeat(130)}ai`), 'is not a host (262 characters; 253 is the limit)'],
    'hyphen at the edge': [service('host: -a.ex.ai'), 'is not a host (the label "-a")'],
    'wildcard as canonical host': [service('host: "*.ex.ai"'), 'holds a wildcard where one host must stand'],
    'double wildcard within a label': [
      service('host: a.ex.ai\nretired: ["a**.ex.ai"]'),
      'uses ** within the label "a**"; ** stands for whole labels',
    ],
    'wildcard as last label': [service('host: a.ex.ai\nretired: ["api.*"]'), '"api.*" would match hosts of every domain'],
    'wildcard under a public suffix': [
      service('host: a.ex.ai\nretired: ["*.co.uk"]'),
      '"*.co.uk" would match every host under co.uk, a public suffix',
    ],
    'bad port': [service('host: "a.ex.ai:70000"'), 'has the port "70000"; write a number from 1 to 65535'],
    'query in an address': [service('host: "a.ex.ai/x?y"'), 'holds a query or a fragment'],
    'user information': [service('host: "me@a.ex.ai"'), 'holds user information'],
    'scheme with slashes': [service('host: a.ex.ai\nscheme: "wss://"'), 'scheme: "wss://" is not a scheme; write e.g. wss'],
    'two schemes': [
      service('host: "https://a.ex.ai"\nscheme: wss'),
      'scheme: "wss" is not the scheme of "https://a.ex.ai"; keep one of them',
    ],
    'rename with more wildcards': [
      'rename:\n  "*.old.ex.ai": "*.*.ex.ai"\n',
      'redomain.yaml:2:18  rename["*.old.ex.ai"]: "*.*.ex.ai" has 2, but "*.old.ex.ai" has one wildcard',
    ],
    'rename that gains a scheme': [
      'rename: { a.ex.ai: "https://b.ex.ai" }\n',
      'names a scheme and "a.ex.ai" does not; write one before both',
    ],
    'rename to itself': ['rename: { a.ex.ai: A.ex.ai. }\n', '"a.ex.ai" is renamed to itself'],
    'rename without end': ['rename: { "**.a.ex.ai": "**.x.a.ex.ai" }\n', 'is matched by "**.a.ex.ai" again, without end'],
    'module above the root': [
      `${service('host: a.ex.ai')}modules: [{ file: ../x.py }]\n`,
      'modules[0].file: "../x.py" is outside the directory of the configuration',
    ],
    'absolute module': [
      `${service('host: a.ex.ai')}modules: [{ file: /etc/x.py }]\n`,
      'modules[0].file: "/etc/x.py" is outside the directory of the configuration',
    ],
    'module that leads out and in': [
      `${service('host: a.ex.ai')}modules: [{ file: a/../../x.py }]\n`,
      'is outside the directory of the configuration',
    ],
    'module of no language': [
      `${service('host: a.ex.ai')}modules: [{ file: x.rb }]\n`,
      '"x.rb" is of no language that redomain writes; end it with .py, .ts, .mts, .cts, .js, .mjs, .cjs, .json or .env',
    ],
    'module twice': [
      `${service('host: a.ex.ai')}modules: [{ file: x.py }, { file: ./x.py }]\n`,
      'modules[1].file: "x.py" is written already (redomain.yaml:5:19)',
    ],
    'Python module with a hyphen': [
      `${service('host: a.ex.ai')}modules: [{ file: a-b.py }]\n`,
      '"a-b.py" cannot be imported in Python; rename the file, or set import',
    ],
    'relative Python import': [
      `${service('host: a.ex.ai')}modules: [{ file: a.py, import: .a }]\n`,
      'modules[0].import: ".a" cannot be imported in Python',
    ],
    'specifier with white space': [
      `${service('host: a.ex.ai')}modules: [{ file: a.ts, import: "a b" }]\n`,
      '"a b" is not a module specifier',
    ],
    'data with importers': [
      `${service('host: a.ex.ai')}modules: [{ file: config/.env.hosts, scope: [a] }]\n`,
      'redomain.yaml:5:38  modules[0].scope: has no meaning for "config/.env.hosts", which no file imports; leave the key out, or name',
    ],
    'data with a specifier': [
      `${service('host: a.ex.ai')}modules: [{ file: a.json, import: "@/a" }]\n`,
      'modules[0].import: has no meaning for "a.json", which no file imports',
    ],
    'modules without services': [
      'rename: {}\nmodules: [{ file: a.py }]\n',
      'redomain.yaml:2:1  modules: need constants, and there is no service',
    ],
    'environments that are misspelt, and what follows from it': [
      'enviroments: { a: { b: { host: a.ex.ai } } }\nmodules: [{ file: a.py }]\n',
      'redomain.yaml:1:1  enviroments: unknown key; did you mean environments?',
    ],
    'symbols of a module that is written': [
      `${service('host: a.ex.ai')}modules: [{ file: a.py, symbols: {} }]\n`,
      'modules[0].symbols: are for a module of your own; add adopt: true, or leave the key out',
    ],
    'a symbol for no value': [
      `${service('host: a.ex.ai')}modules: [{ file: a.py, adopt: true, symbols: { staging.backend.ulr: X } }]\n`,
      'modules[0].symbols["staging.backend.ulr"]: is no value of a service; did you mean staging.backend.url?',
    ],
    'a symbol that is no name': [
      `${service('host: a.ex.ai')}modules: [{ file: a.py, adopt: true, symbols: { staging.backend.url: "hosts()" } }]\n`,
      'modules[0].symbols["staging.backend.url"]: "hosts()" is no name with keys; write e.g. DOMAINS["BACKEND_URL"]',
    ],
    'glob that leads out': [
      'rename: {}\ndeliver: [{ files: ["../x"], as: keep }]\n',
      'deliver[0].files[0]: "../x" leads outside',
    ],
    'negated glob': ['rename: {}\ndeliver: [{ files: ["!x"], as: keep }]\n', 'deliver[0].files[0]: "!x" is negated'],
    'no glob': ['rename: {}\ndeliver: [{ files: [], as: keep }]\n', 'deliver[0].files: is empty; write e.g. files: ["docs/**"]'],
    'unknown delivery': [
      'rename: {}\ndeliver: [{ files: [x], as: skip }]\n',
      'deliver[0].as: "skip" is not known here; write reference, literal, keep or ignore',
    ],
    'unknown placeholder': [
      `${service('host: a.ex.ai')}names: { host: "{ENV}_HOST" }\n`,
      'names.host: "{ENV}_HOST" holds {ENV}; write {ENVIRONMENT} and {SERVICE}',
    ],
    'pattern that is no name': [
      `${service('host: a.ex.ai')}names: { url: "{SERVICE}-URL" }\n`,
      'names.url: "{SERVICE}-URL" gives no name in code',
    ],
    'patterns that are equal': [
      `${service('host: a.ex.ai')}names: { url: "{SERVICE}", ws: "{SERVICE}" }\n`,
      'gives the constant BACKEND, as its own names.url does',
    ],
    'constant that begins with a digit': [
      'environments: { "2024": { api: { host: a.ex.ai } } }\n',
      '"2024_API_HOST", which is no name in code',
    ],
    'constant that two services give': [
      'environments:\n  s:\n    a-b: { host: a.ex.ai }\n    a_b: { host: b.ex.ai }\n',
      'redomain.yaml:4:5  environments.s.a_b: gives the constant S_A_B_HOST, as s.a-b (redomain.yaml:3:5) does; rename one of them',
    ],
  };
  for (const [name, [yaml, message]] of Object.entries(cases)) {
    test(name, () => {
      const found = mistakes(yaml);
      expect(found).toContain(message);
      expect(found.split('\n')).toHaveLength(1);
    });
  }
});

describe('entries that contradict each other', () => {
  const two = (first: string, second: string) => `environments:\n  s:\n    a: ${first}\n    b: ${second}\n`;

  test('retired and canonical of another service: both are named', () => {
    expect(mistakes(two('{ host: a.ex.ai }', '{ host: b.ex.ai, retired: [a.ex.ai] }'))).toBe(
      'redomain.yaml:4:35  environments.s.b.retired[0]: "a.ex.ai" is retired here and the canonical host of s.a (redomain.yaml:3:16); take it out, or give the entry a scheme or a path of its own',
    );
  });
  test('retired and canonical of the same service, whatever the scheme', () => {
    expect(mistakes(service('host: a.ex.ai\nscheme: wss\nretired: [a.ex.ai]'))).toContain(
      'is retired here and its own canonical host',
    );
  });
  test('a canonical address with the same scheme and path', () => {
    expect(mistakes(two('{ host: "https://a.ex.ai/x" }', '{ host: b.ex.ai, retired: ["https://A.ex.ai/x/"] }'))).toContain(
      'the canonical host of s.a',
    );
  });
  test('another scheme, port or path is no contradiction', () => {
    const root = makeTree({
      'redomain.yaml': two(
        '{ host: a.ex.ai, retired: ["ftp://a.ex.ai", "a.ex.ai:8443"] }',
        '{ host: b.ex.ai, retired: ["a.ex.ai/docs", "https://a.ex.ai"] }',
      ),
    });
    expect(loadPolicy({ cwd: root }).policy.entries).toHaveLength(4);
  });
  test('retired for two services', () => {
    expect(mistakes(two('{ host: a.ex.ai, retired: [o.ex.ai] }', '{ host: b.ex.ai, retired: [O.ex.ai] }'))).toContain(
      '"o.ex.ai" is retired for s.a as well (redomain.yaml:3:35); keep one of them',
    );
  });
  test('retired twice for one service, and by a rename', () => {
    expect(mistakes(two('{ host: a.ex.ai, retired: [o.ex.ai, o.ex.ai.] }', '{ host: b.ex.ai }'))).toContain(
      '"o.ex.ai" is listed already',
    );
    expect(mistakes(`${service('host: a.ex.ai\nretired: [o.ex.ai]')}rename: { o.ex.ai: p.ex.ai }\n`)).toContain(
      'is retired for staging.backend as well',
    );
  });
  test('renames in a circle and in a chain', () => {
    const circle = mistakes('rename:\n  a.ex.ai: b.ex.ai\n  b.ex.ai: a.ex.ai\n');
    expect(circle.split('\n')).toHaveLength(2);
    expect(circle).toContain('"b.ex.ai" is itself retired (redomain.yaml:3:3); the two lead to each other; take one out');
    expect(mistakes('rename:\n  a.ex.ai: b.ex.ai\n  b.ex.ai: c.ex.ai\n')).toContain(
      '"b.ex.ai" is itself retired (redomain.yaml:3:3); write c.ex.ai',
    );
    expect(mistakes('rename:\n  a.ex.ai: b.o.ex.ai\n  "*.o.ex.ai": "*.ex.ai"\n')).toContain('"b.o.ex.ai" is itself retired');
  });
});

test('all mistakes are named at once, in the order of the file', () => {
  const found = mistakes(
    [
      'apx: [ex.ai]',
      'apex: [co.uk]',
      'environments:',
      '  staging:',
      '    backend: { host: "foo bar", retired: [1, "a..ex.ai"] }',
      '    auth:',
      'modules:',
      '  - { scope: [] }',
      '  - { file: x.rb }',
      'deliver:',
      '  - { files: docs, as: kept }',
      '  - { files: ["../x"], as: keep }',
    ].join('\n'),
  );
  expect(found.split('\n').map((line) => line.split(': ')[0])).toEqual([
    'redomain.yaml:1:1  apx',
    'redomain.yaml:2:8  apex[0]',
    'redomain.yaml:5:22  environments.staging.backend.host',
    'redomain.yaml:5:43  environments.staging.backend.retired[0]',
    'redomain.yaml:5:46  environments.staging.backend.retired[1]',
    'redomain.yaml:6:10  environments.staging.auth',
    'redomain.yaml:8:5  modules[0].file',
    'redomain.yaml:8:14  modules[0].scope',
    'redomain.yaml:9:13  modules[1].file',
    'redomain.yaml:11:14  deliver[0].files',
    'redomain.yaml:11:24  deliver[0].as',
    'redomain.yaml:12:15  deliver[1].files[0]',
  ]);
});

describe('where the configuration is', () => {
  test('none: the error shows how one looks', () => {
    const root = makeTree();
    expect(() => loadPolicy({ cwd: root })).toThrow(/^no redomain\.yaml in .* or above it$/);
    try {
      loadPolicy({ cwd: root });
    } catch (error) {
      expect((error as UserError).hint).toContain('retired: [api.old.example.com]');
      expect((error as UserError).hint).toContain('--config');
    }
  });
  test('the named file is missing, a directory, or lacks the key', () => {
    const root = makeTree({ 'package.json': '{"name": "redomain"}' });
    mkdirSync(path.join(root, 'dir'));
    expect(() => loadPolicy({ cwd: root, config: 'no.yaml' })).toThrow('configuration no.yaml does not exist');
    expect(() => loadPolicy({ cwd: root, config: 'dir' })).toThrow('cannot read the configuration: it is a directory');
    expect(() => loadPolicy({ cwd: root, config: 'package.json' })).toThrow('package.json has no key "redomain"');
  });
  test('two in one directory', () => {
    const root = makeTree({ 'redomain.yaml': 'rename: {}', 'package.json': '{"redomain": {"rename": {}}}' });
    expect(() => loadPolicy({ cwd: root })).toThrow('more than one configuration: redomain.yaml, package.json');
  });
  test('mistakes in package.json and in a directory above have their place', () => {
    expect(mistakes('{\n\t"name": "x",\n\t"redomain": {\n\t\t"rename": {},\n\t\t"emails": "x"\n\t}\n}\n', 'package.json')).toBe(
      'package.json:5:13  emails: "x" is not known here; write keep, literal, reference or review',
    );
    const root = makeTree({ 'redomain.yaml': 'emails: x\nrename: {}\n', 'a/b/c.txt': '' });
    expect(() => loadPolicy({ cwd: path.join(root, 'a/b') })).toThrow('../../redomain.yaml:1:9  emails');
  });
});
