import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildsIn } from '../src/checks/docker/command-line.ts';
import { readDockerfile } from '../src/checks/docker/dockerfile.ts';
import { landingsOf } from '../src/checks/docker/landing.ts';
import { readStages } from '../src/checks/docker/stages.ts';
import { TYPESCRIPT, unreachable } from './packaging.ts';

const lines = (...text: string[]): string => `${text.join('\n')}\n`;
const image = (...text: string[]): Record<string, string> => ({ 'docker/auth.Dockerfile': lines('FROM python:3.12', ...text) });

describe('a Dockerfile', () => {
  const read = (...text: string[]) => readDockerfile(lines(...text));

  it('is read with continued lines, comments between them, and flags', () => {
    const [copy] = read('# a comment', '', 'copy --chown=a:b --from=build x \\', '  # between', '', '  y \\  ', '  z/');
    expect(copy).toMatchObject({ keyword: 'COPY', line: 3, words: ['x', 'y', 'z/'] });
    expect(copy!.flags).toEqual(
      new Map([
        ['chown', ['a:b']],
        ['from', ['build']],
      ]),
    );
  });

  it('has an escape directive, with which a backslash is a character', () => {
    const found = read('# escape=`', 'COPY a `', '  b', 'WORKDIR c:\\d\\', 'RUN x');
    expect(found.map(({ keyword, words }) => [keyword, ...words])).toEqual([
      ['COPY', 'a', 'b'],
      ['WORKDIR', 'c:\\d\\'],
      ['RUN', 'x'],
    ]);
  });

  it('has no directive below a comment', () => {
    expect(read('# hello', '# escape=`', 'COPY a \\', ' b')).toHaveLength(1);
  });

  it('has a JSON form', () => {
    expect(read('COPY ["a b", "c"]', 'COPY [a, b]').map(({ words }) => words)).toEqual([
      ['a b', 'c'],
      ['[a,', 'b]'],
    ]);
  });

  it('has heredocs, in which nothing is an instruction', () => {
    const found = read('RUN <<EOF', 'COPY a b', 'EOF', 'COPY <<-"X" <<Y /dst/', 'FROM z', '\tX', 'FROM y', 'Y', 'CMD x');
    expect(found.map(({ keyword, line, heredoc }) => [keyword, line, heredoc])).toEqual([
      ['RUN', 1, true],
      ['COPY', 4, true],
      ['CMD', 9, false],
    ]);
  });

  it('may have any line ends, and end anywhere', () => {
    expect(readDockerfile('FROM a\r\nCOPY a \\\r\n b\r\n').map(({ words }) => words)).toEqual([['a'], ['a', 'b']]);
    for (const text of ['', '\\', 'COPY', 'COPY a \\', 'RUN <<EOF\nx', '# escape=`']) readDockerfile(text);
  });
});

describe('an image', () => {
  const LACKS = 'docker/auth.Dockerfile:3 copies it without shared/domains.py';

  it('lacks a module that it does not copy', async () => {
    expect(await unreachable(image('WORKDIR /app', 'COPY auth/ ./auth/'))).toBe(LACKS);
    expect(await unreachable(image('WORKDIR /app', 'COPY auth/main.py auth/requirements.txt ./'))).toBe(LACKS);
    expect(await unreachable(image('WORKDIR /app', 'COPY auth/*.py ./'))).toBe(LACKS);
    expect(await unreachable(image('WORKDIR /app', 'ADD a[u]th /app/auth'))).toBe(LACKS);
  });

  it('holds what it copies, wherever the import can find it', async () => {
    expect(await unreachable(image('WORKDIR /app', 'COPY auth/ ./auth/', 'COPY shared/ ./shared/'))).toBeUndefined();
    expect(await unreachable(image('COPY auth /app/auth', 'COPY shared /app/shared'))).toBeUndefined();
    expect(await unreachable(image('COPY auth/ .', 'COPY shared ./shared'))).toBeUndefined();
    expect(await unreachable(image('COPY auth/ /app/', 'COPY ["shared", "/app/shared/"]'))).toBeUndefined();
    expect(await unreachable(image('COPY . .'))).toBeUndefined();
    expect(await unreachable(image('COPY --parents auth shared /app/'))).toBeUndefined();
    expect(
      await unreachable(image('COPY auth \\', '  # both', '  /app/auth', 'COPY shared \\', '  /app/shared')),
    ).toBeUndefined();
  });

  it('lacks a module of a package that it copies in part', async () => {
    expect(await unreachable(image('COPY auth /app/auth', 'COPY shared/env.py shared/__init__.py /app/shared/'))).toBe(
      'docker/auth.Dockerfile:2 copies it without shared/domains.py',
    );
    expect(await unreachable(image('COPY auth /app/auth', 'COPY shared/domains.py /app/shared/'))).toBe(
      'docker/auth.Dockerfile:2 copies it without shared/__init__.py',
    );
    expect(await unreachable(image('COPY auth /app/auth', 'COPY shared/*.py /app/shared/'))).toBeUndefined();
  });

  it('has the module at a place where the import does not find it', async () => {
    expect(await unreachable(image('COPY auth /app/auth', 'COPY shared/ /app/'))).toBe(
      'docker/auth.Dockerfile:2 copies it, and shared/domains.py to /app/domains.py, where the import does not find it',
    );
    expect(await unreachable(image('COPY auth /app/auth', 'COPY shared/ /srv/', 'RUN mv /srv /app/any'))).toBeUndefined();
  });

  it('says nothing of files that it does not copy', async () => {
    expect(await unreachable(image('COPY auth /app/auth'), 'tools/probe.py')).toBeUndefined();
    expect(await unreachable(image('COPY auth/requirements.txt .'))).toBeUndefined();
    expect(await unreachable(image('RUN <<EOF', 'COPY auth /app/auth', 'EOF', 'COPY shared /app/shared'))).toBeUndefined();
  });

  it('lacks what the ignore file leaves out', async () => {
    const files = image('COPY . /app');
    const reason = 'docker/auth.Dockerfile:2 copies it, but .dockerignore leaves out shared/domains.py';
    expect(await unreachable({ ...files, '.dockerignore': '**/domains.py\n' })).toBe(reason);
    expect(await unreachable({ ...files, '.dockerignore': 'shared\n!shared/__init__.py\n' })).toBe(reason);
    expect(await unreachable({ ...files, '.dockerignore': '*\n!auth\n!shared\n' })).toBeUndefined();
    expect(await unreachable({ ...files, '.dockerignore': 'shared\nauth\n' })).toBeUndefined();
    expect(await unreachable({ ...files, '.dockerignore': '!shared\nshared\n# shared\n' })).toBe(reason);
    expect(await unreachable({ ...files, '.dockerignore': 'shared(\n' })).toBeUndefined();
  });

  it('has an ignore file of its own before that of the context', async () => {
    const files = { ...image('COPY . /app'), '.dockerignore': 'shared\n' };
    expect(await unreachable({ ...files, 'docker/auth.Dockerfile.dockerignore': 'x\n' })).toBeUndefined();
    expect(await unreachable({ ...files, '.dockerignore': 'x\n', 'docker/auth.Dockerfile.dockerignore': 'shared\n' })).toBe(
      'docker/auth.Dockerfile:2 copies it, but docker/auth.Dockerfile.dockerignore leaves out shared/domains.py',
    );
  });

  it('is the last of several stages, with what it takes from the others', async () => {
    const build = ['FROM python:3.12 AS build', 'COPY auth /src/auth', 'COPY shared /src/shared', 'FROM python:3.12-slim'];
    const stages = (...text: string[]) => ({ Containerfile: lines(...build, ...text) });
    expect(await unreachable(stages('COPY --from=build /src /app'))).toBeUndefined();
    expect(await unreachable(stages('COPY --from=build /src/auth /app/auth', 'COPY --from=0 /src/shared /app/shared'))).toBe(
      undefined,
    );
    expect(await unreachable(stages('COPY --from=build /src/auth /app/auth'))).toBe(
      'Containerfile:5 copies it without shared/domains.py',
    );
    expect(await unreachable(stages('COPY --from=build /out/wheel /wheel'))).toBeUndefined();
  });

  it('may be built on an earlier stage', async () => {
    const on = (...text: string[]) => ({ Dockerfile: lines('FROM python:3.12 AS base', 'WORKDIR /app', ...text) });
    expect(await unreachable(on('COPY shared ./shared', 'FROM base', 'COPY auth ./auth'))).toBeUndefined();
    expect(await unreachable(on('COPY auth ./auth', 'FROM BASE AS web', 'CMD ["x"]'))).toBe(
      'Dockerfile:3 copies it without shared/domains.py',
    );
  });

  it('does not run the stages that only prepare', async () => {
    const files = (...run: string[]) => ({
      Dockerfile: lines('FROM python:3.12 AS lint', 'COPY auth /app/auth', ...run, 'FROM lint', 'COPY shared /app/shared'),
    });
    expect(await unreachable(files())).toBeUndefined();
    expect(await unreachable(files('RUN apt-get install -y python3 && pip install pytest'))).toBeUndefined();
    expect(await unreachable(files('RUN python -m compileall . && pytest auth'))).toBe(
      'Dockerfile:2 copies it without shared/domains.py',
    );
    expect(await unreachable(files('CMD ["python", "-m", "auth.main"]'))).toBe(
      'Dockerfile:2 copies it without shared/domains.py',
    );
  });

  it('is not guessed at where only the build knows', async () => {
    const silent = [
      image('ARG SERVICE', 'COPY ${SERVICE} /app/', 'COPY auth /app/auth'),
      image('ARG SERVICE=auth', 'COPY $SERVICE /app/', 'COPY auth /app/auth'),
      image('COPY auth /app/auth', 'COPY --exclude=*.txt shared /app/shared'),
      image('COPY auth /app/auth', 'RUN git clone https://git.ex.ai/shared.git'),
      image('COPY auth /app/auth', 'RUN curl -o /app/shared/domains.py https://files.ex.ai/domains'),
      image('COPY auth /app/auth', 'RUN --mount=type=bind,target=/src cp -r /src/. /app'),
      image('COPY auth /app/auth', 'ADD sources.tar.gz /app/'),
      image('COPY auth /app/auth', 'ADD https://git.ex.ai/shared.git /app/'),
      image('COPY auth /app/auth', 'COPY --from=base-image /app /app'),
      image('COPY auth /app/auth', 'COPY <<EOF /app/shared/domains.py', 'X = 1', 'EOF'),
      { Dockerfile: lines('FROM registry.ex.ai/base', 'COPY auth /app/auth') },
      { Dockerfile: lines('ARG BASE', 'FROM ${BASE}', 'COPY auth /app/auth') },
      { Dockerfile: lines('ARG BASE python', 'FROM ${BASE}', 'COPY auth /app/auth') },
    ];
    for (const files of silent) expect(await unreachable(files), JSON.stringify(files)).toBeUndefined();
  });

  it('is known where what is not known does not matter', async () => {
    const reason = 'docker/auth.Dockerfile:2 copies it without shared/domains.py';
    const told = [
      image('COPY auth /app/auth', 'COPY <<EOF /app/start.sh', 'shared', 'EOF'),
      image('COPY auth /app/auth', 'RUN --mount=type=bind,source=auth/requirements.txt,target=r.txt pip install -r r.txt'),
      image('COPY auth /app/auth', 'RUN --mount=type=cache,target=/root/.cache pip install x'),
      image('COPY auth /app/auth', 'COPY --from=ghcr.io/astral-sh/uv:0.5 /uv /bin/'),
      image('COPY auth $HOME/auth', 'RUN curl -sSL https://files.ex.ai/tool | sh'),
    ];
    for (const files of told) expect(await unreachable(files), JSON.stringify(files)).toBe(reason);
    const known = image('ENV ROOT=/app NAME="shared"', 'COPY auth $ROOT/auth', 'COPY ${NAME} ${ROOT}/$NAME');
    expect(await unreachable(known)).toBeUndefined();
    expect(await unreachable({ Dockerfile: lines('ARG V=3.12', 'FROM python:${V}', 'COPY auth /app/auth') })).toBe(
      'Dockerfile:3 copies it without shared/domains.py',
    );
  });

  it('of another language needs its own module', async () => {
    const files = (...text: string[]) => ({ 'web.Dockerfile': lines('FROM node:22', ...text) });
    expect(await unreachable(files('COPY web/ .'), 'web/app.ts', TYPESCRIPT)).toBeUndefined();
    expect(await unreachable(files('COPY web/app.ts .'), 'web/app.ts', TYPESCRIPT)).toBe(
      'web.Dockerfile:2 copies it without web/lib/domains.ts',
    );
    const built = files('COPY web/app.ts .', 'RUN npm ci && npm run build', 'FROM nginx', 'COPY --from=0 /dist /www');
    expect(await unreachable(built, 'web/app.ts', TYPESCRIPT)).toBe('web.Dockerfile:2 copies it without web/lib/domains.ts');
  });
});

describe('any text', () => {
  const word = fc.constantFrom(
    'FROM',
    'python:3.12',
    'AS',
    'a',
    'b',
    'COPY',
    'ADD',
    '--from=a',
    '.',
    '/app',
    '$X',
    '${X:-a}',
    '<<EOF',
    'EOF',
  );
  const mark = fc.constantFrom(' ', ' ', '\n', '\n', '\\\n', '\r\n', '"', '[', ']', '*', '=', '#', '\t');
  const text = fc.array(fc.oneof({ weight: 3, arbitrary: word }, mark), { maxLength: 60 }).map((parts) => parts.join(' '));

  it('is read without an error, and traced in the same way each time', () => {
    fc.assert(
      fc.property(text, (source) => {
        const stages = readStages(source);
        expect(readDockerfile(source).every(({ line }) => line >= 1 && line <= source.split('\n').length)).toBe(true);
        const landings = landingsOf(stages, 'auth/main.py', false);
        expect(landings).toHaveLength(stages.length);
        expect(landingsOf(structuredClone(stages), 'auth/main.py', false)).toEqual(landings);
      }),
      { numRuns: 500 },
    );
  });

  it('takes linear time', () => {
    const deep = ['FROM scratch AS s0', 'COPY a /a'];
    for (let at = 1; at < 200; at++)
      deep.push(`FROM s${at - 1} AS s${at}`, `COPY --from=s${at - 1} / /`, `COPY --from=s${at - 1} /a /b/`);
    const hostile = [
      `ENV ${'a'.repeat(200_000)}`,
      `ENV ${'a="\''.repeat(50_000)}`,
      `COPY ${'${a-'.repeat(50_000)} /x`,
      `RUN ${'docker build '.repeat(50_000)}`,
      '#'.repeat(200_000),
      '\\\n'.repeat(100_000),
    ];
    const started = performance.now();
    expect(landingsOf(readStages(deep.join('\n')), 'a', false)).toHaveLength(200);
    for (const text of hostile) readStages(`FROM scratch\n${text}`);
    expect(buildsIn('docker build '.repeat(50_000))).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('a build context', () => {
  const own = { 'auth/Dockerfile': lines('FROM python:3.12', 'COPY requirements.txt .', 'COPY . /app') };
  const any = { 'docker/any.Dockerfile': lines('FROM python:3.12', 'COPY . /app') };
  const told = (dockerfile: string, line = 3) => `${dockerfile}:${line} copies it without shared/domains.py`;

  it('is the directory of the Dockerfile where what it copies is only there', async () => {
    expect(await unreachable(own)).toBe(told('auth/Dockerfile'));
    expect(await unreachable({ 'auth/docker/Dockerfile': own['auth/Dockerfile'] })).toBe(told('auth/docker/Dockerfile'));
  });

  it('is the root where nothing says otherwise', async () => {
    expect(await unreachable({ ...own, 'requirements.txt': '' })).toBeUndefined();
    expect(await unreachable(any)).toBeUndefined();
  });

  it.each([
    ['compose.yaml', 'services:\n  auth:\n    build:\n      context: ./auth\n      dockerfile: ../docker/any.Dockerfile\n'],
    [
      'deploy/docker-compose.dev.yml',
      'services:\n  auth: { build: { context: ../auth, dockerfile: ../docker/any.Dockerfile } }\n',
    ],
    [
      '.github/workflows/ci.yml',
      'jobs:\n  a:\n    steps:\n      - run: |\n          docker build -t a \\\n            -f docker/any.Dockerfile auth\n',
    ],
    [
      '.github/workflows/ci.yml',
      'jobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with: { context: auth, file: docker/any.Dockerfile }\n',
    ],
    ['cloudbuild.yaml', 'steps:\n  - args: [build, -t, a, -f, docker/any.Dockerfile, ./auth]\n'],
    [
      'scripts/build.sh',
      'set -e\ndocker buildx build --platform linux/amd64 --file=docker/any.Dockerfile --push "auth" && echo ok\n',
    ],
    ['Makefile', 'image:\n\tpodman build --no-cache auth -f docker/any.Dockerfile\n'],
  ])('is what %s says', async (file, text) => {
    expect(await unreachable({ ...any, [file]: text })).toBe(told('docker/any.Dockerfile', 2));
  });

  it('is a folder that compose builds, with its Dockerfile', async () => {
    const files = { ...own, 'requirements.txt': '', 'compose.yaml': 'services:\n  auth:\n    build: ./auth\n' };
    expect(await unreachable(files)).toBe(told('auth/Dockerfile'));
  });

  it('is not believed where nothing of what is copied is there', async () => {
    const files = { 'docker/auth.Dockerfile': lines('FROM python:3.12', 'COPY auth /app/auth', 'COPY shared /app/shared') };
    const compose = 'services:\n  auth: { build: { context: ., dockerfile: ./auth.Dockerfile } }\n';
    expect(await unreachable({ ...files, 'docker/compose.yaml': compose })).toBeUndefined();
    expect(await unreachable({ Dockerfile: lines('FROM python:3.12', 'COPY build/app /app') })).toBeUndefined();
  });
});
