import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, linkSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../src/types/report.ts';
import { CONFIG, project, redomain } from './cli-project.ts';
import { makePipe, snapshot } from './tree.ts';

const OLD = 'api.old.ex.ai';
const NEW = 'new.ex.ai';
const config = CONFIG.replace(/modules:[\s\S]*/, '');

const utf16be = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

/** What stands in a file, by the host that it names. */
const CONTENTS: Readonly<Record<string, (host: string) => Buffer>> = {
  'utf8.md': (host) => Buffer.from(`Größe 🚀: https://${host}/x\n`),
  'utf8-bom.md': (host) => Buffer.from(`\ufeffGröße: https://${host}/x\r\n`),
  'utf16le.txt': (host) => Buffer.from(`\ufeffGröße 🚀: https://${host}/x\r\n`, 'utf16le'),
  'utf16be.txt': (host) => utf16be(`Größe 🚀: https://${host}/x\r\n`),
  'latin1.txt': (host) => Buffer.from(`Größe: https://${host}/x\n`, 'latin1'),
  'crlf.yaml': (host) => Buffer.from(`a: 1\r\nurl: https://${host}/x\r\n`),
  'lone-cr.txt': (host) => Buffer.from(`a\rsee https://${host}/x\rb\r`),
  'mixed.yaml': (host) => Buffer.from(`a: 1\r\nurl: https://${host}/x\nb: 2\rc: 3\r\n\n\r`),
  'tabs.conf': (host) => Buffer.from(`\t\turl\t=\thttps://${host}/x\t\n`),
  'form-feed.txt': (host) => Buffer.from(`one\f\vsee https://${host}/x\f\n`),
  'no-final-newline.md': (host) => Buffer.from(`see https://${host}/x`),
  'only-the-host.txt': (host) => Buffer.from(`https://${host}`),
  'name with  spaces.md': (host) => Buffer.from(`https://${host}\n`),
  'quotes\'"`$(x).md': (host) => Buffer.from(`https://${host}\n`),
  'new\nline.md': (host) => Buffer.from(`https://${host}\n`),
  'di\nrectory/new\nline.md': (host) => Buffer.from(`https://${host}\n`),
  '-rf.md': (host) => Buffer.from(`https://${host}\n`),
  'größe-🚀.md': (host) => Buffer.from(`https://${host}\n`),
  ':(glob)*.md': (host) => Buffer.from(`https://${host}\n`),
  [`${Array.from({ length: 19 }, (_, index) => `${index}`.padEnd(200, 'd')).join('/')}/deep.md`]: (host) =>
    Buffer.from(`https://${host}\n`),
};
const LEFT = { 'nul.bin': Buffer.from(`\0https://${OLD}/x\n`), 'empty.md': Buffer.alloc(0) };

const filled = (host: string) => Object.fromEntries(Object.entries(CONTENTS).map(([name, make]) => [name, make(host)]));

/** The files of a report that were left, with their reasons. */
async function leftIn(root: string, args: readonly string[], status: number): Promise<Record<string, string | undefined>> {
  const run = await redomain(root, [...args, '--format', 'json']);
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status, stderr: '' });
  const { files } = JSON.parse(run.stdout) as Report;
  return Object.fromEntries(files.filter(({ reason }) => reason !== undefined).map(({ path, reason }) => [path, reason]));
}

describe.concurrent.each([
  ['without git', false],
  ['with git', true],
])('bytes, %s', (_, git) => {
  it('outside the host stay as they are, in every encoding and under every name, and undo gives all back', async () => {
    const root = project({ 'redomain.yaml': config, ...filled(OLD), ...LEFT });
    if (git) execFileSync('git', ['init', '--quiet', root]);
    expect(await leftIn(root, ['--write'], 0)).toEqual({ 'nul.bin': 'binary' });
    for (const [name, bytes] of Object.entries({ ...filled(NEW), ...LEFT })) {
      expect(readFileSync(join(root, name)).toString('latin1'), name).toBe(bytes.toString('latin1'));
    }
    expect((await redomain(root, ['undo'])).status).toBe(0);
    for (const [name, bytes] of Object.entries({ ...filled(OLD), ...LEFT })) {
      expect(readFileSync(join(root, name)).equals(bytes), name).toBe(true);
    }
  });

  it('in names that are not UTF-8 are shown, and the file is left, by name', async () => {
    const root = project({ 'redomain.yaml': config });
    writeFileSync(Buffer.concat([Buffer.from(`${root}/bad`), Buffer.from([0xff, 0x1b]), Buffer.from('.md')]), `https://${OLD}\n`);
    if (git) execFileSync('git', ['init', '--quiet', root]);
    expect(await leftIn(root, ['--write'], 0)).toEqual({ 'bad\\xff\\x1b.md': 'name that is not UTF-8' });
  });
});

describe.concurrent('what is no plain file', () => {
  it('links, pipes and sockets are not followed, read or waited for', async () => {
    const outside = project({ 'x.md': `https://${OLD}\n` });
    const root = project({ 'redomain.yaml': config, 'a.md': `https://${OLD}\n`, 'd/b.md': `https://${OLD}\n` });
    symlinkSync(outside, join(root, 'out'));
    symlinkSync(join(outside, 'x.md'), join(root, 'out.md'));
    symlinkSync('circle.md', join(root, 'circle.md'));
    symlinkSync('..', join(root, 'd/up'));
    symlinkSync('nowhere', join(root, 'dangling.md'));
    makePipe(join(root, 'pipe.md'));
    const server = createServer().listen(join(root, 'socket.md'));
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      expect(await leftIn(root, ['--write'], 0)).toEqual({
        out: 'symbolic link',
        'out.md': 'symbolic link',
        'circle.md': 'symbolic link',
        'd/up': 'symbolic link',
        'dangling.md': 'symbolic link',
        'pipe.md': 'not a regular file',
        'socket.md': 'not a regular file',
      });
      expect(await leftIn(root, ['pipe.md', 'out.md', 'out/x.md'], 0)).toMatchObject({ 'pipe.md': 'not a regular file' });
    } finally {
      server.close();
    }
    expect(readFileSync(join(outside, 'x.md'), 'utf8')).toContain(OLD);
    expect(readFileSync(join(root, 'd/b.md'), 'utf8')).toContain(NEW);
  });

  it('a file with two names is left under both, and makes the exit code 2', async () => {
    const root = project({ 'redomain.yaml': config, 'a.md': `https://${OLD}\n`, 'z.md': `https://${OLD}\n` });
    linkSync(join(root, 'a.md'), join(root, 'b.md'));
    const before = readFileSync(join(root, 'a.md'), 'utf8');
    const reason = 'hard link (the file has 2 names, which a replacement would part)';
    expect(await leftIn(root, ['--write'], 2)).toEqual({ 'a.md': reason, 'b.md': reason });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(before);
    expect(statSync(join(root, 'a.md')).nlink).toBe(2);
    expect(readFileSync(join(root, 'z.md'), 'utf8')).toContain(NEW);
  });

  it('a path too long to have a neighbour is left, by name', async () => {
    const root = project({ 'redomain.yaml': config });
    let directory = Array.from({ length: 19 }, (_, index) => `${index}`.padEnd(200, 'd')).join('/');
    directory += `/${'x'.repeat(4080 - root.length - directory.length)}`;
    mkdirSync(join(root, directory), { recursive: true });
    writeFileSync(join(root, directory, 'a.md'), `https://${OLD}\n`);
    expect(await leftIn(root, ['--write'], 2)).toEqual({ [`${directory}/a.md`]: 'path too long for the system' });
    expect(readFileSync(join(root, directory, 'a.md'), 'utf8')).toContain(OLD);
  });
});

describe.concurrent('attributes', () => {
  it('modes stay, sticky, set-user and set-group bits too, and so does the owner', async ({ skip }) => {
    const modes: Record<string, number> = { a: 0o755, b: 0o4755, c: 0o2711, d: 0o1644, e: 0o600, f: 0o777 };
    const root = project({
      'redomain.yaml': config,
      ...Object.fromEntries(Object.keys(modes).map((name) => [name, `https://${OLD}\n`])),
    });
    const asRoot = process.getuid?.() === 0;
    for (const [name, mode] of Object.entries(modes)) {
      if (asRoot) chownSync(join(root, name), 1234, 5678);
      chmodSync(join(root, name), mode);
    }
    const before = snapshot(root);
    expect((await redomain(root, ['--write', '--no-diff'])).status).toBe(0);
    for (const [name, mode] of Object.entries(modes)) {
      const stat = statSync(join(root, name));
      expect((stat.mode & 0o7777).toString(8), name).toBe(mode.toString(8));
      if (asRoot) expect([stat.uid, stat.gid]).toEqual([1234, 5678]);
    }
    expect((await redomain(root, ['undo'])).status).toBe(0);
    expect(snapshot(root)).toEqual(before);
    if (!asRoot) {
      console.log('skipped: only the superuser can give files to others');
      skip();
    }
  });
});
