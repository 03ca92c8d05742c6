import { describe, expect, it } from 'vitest';
import { apexOf } from '../src/survey/apex.ts';
import { createWordFinder } from '../src/survey/dotted-words.ts';
import { createLook, survey } from '../src/survey/survey.ts';
import { createTally } from '../src/survey/tally.ts';
import { makeTree } from './tree.ts';

/** What a tree of one file names: `host strength-count schemes names`. */
function seen(text: string | Buffer, path = 'a.md', apexes: readonly string[] = []) {
  const look = createLook(apexes);
  look.at(path, Buffer.from(text));
  return look.result().hosts.map(({ host, occurrences, schemes, names }) => ({
    host,
    occurrences,
    schemes: [...schemes.keys()],
    names: [...names.keys()],
  }));
}
const hostsIn = (text: string | Buffer, path?: string, apexes?: readonly string[]) =>
  seen(text, path, apexes).map(({ host }) => host);

describe('what is a host without a configuration', () => {
  it.each<[string, string[]]>([
    ['https://api.ex.ai/health', ['api.ex.ai']],
    ['wss://api.ex.ai:8443/x?u=https%3A%2F%2Fapp.ex.ai%2Fcb', ['api.ex.ai', 'app.ex.ai']],
    ['"https:\\/\\/api.ex.ai\\/x"', ['api.ex.ai']],
    ['src="//cdn.ex.ai/a.js"', ['cdn.ex.ai']],
    ['https://user:pw@api.ex.ai/x', ['api.ex.ai']],
    ['HTTPS://API.EX.AI', ['api.ex.ai']],
    ['re.compile(r"https://api\\.ex\\.ai/")', ['api.ex.ai']],
    ['API_HOST=api.ex.ai', ['api.ex.ai']],
    ['server:\n  host: api.ex.ai\n', ['api.ex.ai']],
    ['"domain": "ex.ai"', ['ex.ai']],
    ['访问https://api.ex.ai。', ['api.ex.ai']],
    ['https://shop-1a2b.a.run.app and https://api.shop.co.uk', ['shop-1a2b.a.run.app', 'api.shop.co.uk']],
    ['https://a.lumen.example https://b.test', ['a.lumen.example', 'b.test']],
  ])('%j', (text, hosts) => {
    expect(hostsIn(text)).toEqual(hosts);
  });

  it.each([
    'os.path.join(a)',
    'see README.md, main.py, setup.sh',
    'write to ops@api.ex.ai or mailto:ops@ex.ai?cc=a%40ex.ai',
    'version 1.2.3, v1.0.0-rc.1, 127.0.0.1',
    'package: com.example.app',
    'host: com.ex.app',
    'module.name, e.g. this, i.e. that, Node.js, ASP.NET',
    's3://my.bucket.io/x gs://other.bucket.io',
    'http://localhost:8000, http://backend:8000, https://host.invalid-tld-name',
    'https://bücher.de',
    'host: main.py',
  ])('nothing in %j', (text) => {
    expect(hostsIn(text)).toEqual([]);
  });

  it.each([
    'host = self.app\n',
    'url = settings.name\nself.domain = config.id\n',
    'from lumen.app import main\n',
    'host=self.server.name\n',
    'self.app.run(host="127.0.0.1")\n',
  ])('nothing in the code %j', (text) => {
    expect(hostsIn(text, 'a.py')).toEqual([]);
  });

  it('a bare word counts once an address of its domain stands somewhere', () => {
    const look = createLook([]);
    look.at('a.md', Buffer.from('Open staging.ex.ai, not api.other.ai.\n'));
    look.at('b.md', Buffer.from('https://api.ex.ai\n'));
    const { hosts, files } = look.result();
    expect(hosts.map(({ host, strong }) => [host, strong])).toEqual([
      ['staging.ex.ai', 0],
      ['api.ex.ai', 1],
    ]);
    expect([...files]).toEqual([
      [
        'ex.ai',
        [
          { path: 'a.md', occurrences: 1, hosts: 1 },
          { path: 'b.md', occurrences: 1, hosts: 1 },
        ],
      ],
    ]);
  });

  it('every word below an apex counts, also where no registry knows its end', () => {
    expect(hostsIn('staging.ex.ai', 'a.md', ['ex.ai'])).toEqual(['staging.ex.ai']);
    expect(hostsIn('api.corp.internal', 'a.md', ['corp.internal'])).toEqual(['api.corp.internal']);
    expect(hostsIn('notex.ai and ex.ai.evil.com', 'a.md', ['ex.ai'])).toEqual([]);
  });

  it('a host of which the beginning is not in the text is told by its end', () => {
    expect(hostsIn('f"https://{env}.ex.ai/x"', 'a.py', ['ex.ai'])).toEqual(['.ex.ai']);
  });
});

describe('what stands beside a host', () => {
  it.each<[string, string, string[]]>([
    ['a.py', 'BACKEND_URL = os.environ.get("API_URL", "https://api.ex.ai")', ['API_URL', 'BACKEND_URL']],
    ['a.ts', "const apiUrl = process.env.NEXT_PUBLIC_API_URL ?? 'https://api.ex.ai';", ['NEXT_PUBLIC_API_URL', 'apiUrl']],
    ['a.yaml', '- name: AUTH_URL\n  value: https://api.ex.ai', ['AUTH_URL']],
    ['a.json', '{ "backend_url": "https://api.ex.ai" }', ['backend_url']],
    ['a.py', 'url: str = f"https://api.ex.ai/{id}"', ['url']],
    ['Dockerfile', 'ENV API_URL=https://api.ex.ai', ['API_URL']],
    ['nginx.conf', 'server_name https://api.ex.ai;', ['server_name']],
    ['a.sh', 'curl https://api.ex.ai', []],
    ['a.md', 'The backend is at https://api.ex.ai', []],
  ])('%s: %j', (path, text, names) => {
    expect(seen(text, path)[0]!.names).toEqual(names);
  });

  it('words such as DEPRECATED, on the line and on the one above', () => {
    const deprecated = (text: string) => {
      const look = createLook([]);
      look.at('a.py', Buffer.from(text));
      return look.result().hosts[0]!.deprecated;
    };
    expect(deprecated('OLD_URL = "https://api.ex.ai"')).toBe(1);
    expect(deprecated('# DEPRECATED, use the other\nURL = "https://api.ex.ai"')).toBe(1);
    expect(deprecated('URL = "https://api.ex.ai"  # legacy')).toBe(1);
    expect(deprecated('# deprecated\n\n\nGOLD = "https://api.ex.ai"')).toBe(0);
  });
});

describe('a tree', () => {
  it('is read as the plan reads it: UTF-16 too, no binaries, not what is ignored, and not its own configuration', async () => {
    const root = makeTree({
      'a.txt': 'https://a.ex.ai',
      'wide.txt': Buffer.from('\ufeffhttps://wide.ex.ai', 'utf16le'),
      'binary.bin': Buffer.from('https://binary.ex.ai\0'),
      '.gitignore': 'ignored/\n',
      'ignored/b.txt': 'https://ignored.ex.ai',
      'redomain.yaml': 'apex: [own.ex.ai]\nhost: https://own.ex.ai',
      'logs/a.log': 'https://a.ex.ai',
    });
    const { hosts, scanned } = await survey({ root, cwd: root, paths: [], apexes: [] });
    expect(hosts.map(({ host }) => host).sort()).toEqual(['a.ex.ai', 'wide.ex.ai']);
    expect(hosts.find(({ host }) => host === 'a.ex.ai')).toMatchObject({ files: 2, occurrences: 2, live: 1, sample: 'a.txt' });
    expect(scanned).toBe(4);
  });

  it('may name more hosts than are kept, and that is counted', () => {
    const tally = createTally(2);
    for (const host of ['a.ex.ai', 'b.ex.ai', 'c.ex.ai', 'a.ex.ai'])
      tally.add({ host, strength: 'address', names: [], deprecated: false }, 'ex.ai', undefined);
    tally.end('a.txt', false);
    expect(tally.hosts().map(({ host, occurrences }) => [host, occurrences])).toEqual([
      ['a.ex.ai', 2],
      ['b.ex.ai', 1],
    ]);
    expect(tally.beyond).toBe(1);
  });
});

describe('time grows with the text alone', () => {
  const runs = [
    'a.',
    'a.ai',
    'x.com ',
    'https://',
    '://a.ai',
    '\\.a',
    '"="',
    'A_URL = ',
    '%2F',
    '@a.ai',
    '{a}.a.ai',
    '-.ai',
    '\u00e9.ai',
  ];
  const milliseconds = (text: string) => {
    const start = process.cpuUsage();
    hostsIn(text, 'a.py', ['a.ai']);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  it.each(runs)('of %j', (run) => {
    const half = milliseconds(run.repeat(5_000));
    const whole = milliseconds(run.repeat(20_000));
    expect(whole).toBeLessThan(Math.max(400, half * 8));
  });
});

describe('dotted words', () => {
  const words = (text: string) => {
    const bytes = Buffer.from(text);
    const found: string[] = [];
    createWordFinder((label) => label === 'ai' || label === 'international')(bytes, (start, end) =>
      found.push(bytes.toString('latin1', start, end)),
    );
    return found;
  };
  it.each<[string, string[]]>([
    ['ex.ai', ['ex.ai']],
    ['a.b.ex.ai.', ['a.b.ex.ai']],
    ['.ex.ai..ai x.ai', ['ex.ai', 'x.ai']],
    ['ex\\.ai ex\\\\.ai', ['ex\\.ai', 'ex\\\\.ai']],
    ['ex.international', ['ex.international']],
    ['ex.aim ex.com ai .ai', []],
    ['_ex.ai_', ['ex.ai']],
    [`${'a'.repeat(300)}.ai`, [`${'a'.repeat(250)}.ai`]],
    ['', []],
  ])('%j', (text, found) => {
    expect(words(text)).toEqual(found);
  });
});

describe('an apex', () => {
  it.each<[string, string | undefined]>([
    ['Ex.AI', 'ex.ai'],
    ['ex.ai.', 'ex.ai'],
    ['staging.ex.ai', 'staging.ex.ai'],
    ['bücher.de', 'xn--bcher-kva.de'],
    ['co.uk', undefined],
    ['a.run.app', undefined],
    ['ai', undefined],
    ['*.ex.ai', undefined],
    ['https://ex.ai', undefined],
    ['', undefined],
    ['10.0.0.1', undefined],
  ])('%j', (written, apex) => {
    expect(apexOf(written)).toBe(apex);
  });
});
