import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import transform from '../src/jscodeshift/python.ts';
import type { Finding, Report } from '../src/types/report.ts';
import { CONFIG, FILES, project, redomain, textsOf } from './cli-project.ts';

const DOCKERFILE = 'FROM python:3.12\nWORKDIR /app\nCOPY app ./app\n';
const REASON = lackingAt('docker/app.Dockerfile:3 copies it without shared/domains.py');
const LACKING: Readonly<Record<string, string>> = { ...FILES, 'docker/app.Dockerfile': DOCKERFILE };
const INSISTING = `${CONFIG}deliver:\n  - { files: ["app/client.py"], as: reference }\n`;
const MIGRATED =
  'from app.settings import TIMEOUT\nfrom shared.domains import STAGING_BACKEND_URL\n\nURL = f"{STAGING_BACKEND_URL}/health"\n';

/** Why a file cannot import its module, as a finding has it. */
function lackingAt(where: string): Pick<Finding, 'reasonCode' | 'reasonDetail'> {
  return { reasonCode: 'missing-in-package', reasonDetail: { where } };
}

async function reportOf(root: string, ...args: string[]): Promise<Report & { status: number | null }> {
  const { stdout, status } = await redomain(root, [...args, '--format', 'json']);
  return { ...(JSON.parse(stdout) as Report), status };
}

/** What a report says, without what depends on the command. */
function told({ findings }: Report): string[] {
  return findings.map(({ rule, path, line, decision, reason }) => [rule, `${path}:${line}`, decision, reason].join(' '));
}

describe.concurrent('a file that an image takes without the module', () => {
  it('gets literals, with the line that takes it', async () => {
    const root = project(LACKING);
    const report = await reportOf(root);
    expect(report.summary.ledger).toMatchObject({ reference: 0, literal: 3, review: 1 });
    expect(report.findings.find(({ path }) => path === 'app/client.py')).toMatchObject({
      rule: 'retired-host',
      decision: 'literal',
      ...REASON,
      reason: 'the domain module cannot be imported here: docker/app.Dockerfile:3 copies it without shared/domains.py',
      line: 3,
    });
    expect(report.files.find(({ path }) => path === 'app/client.py')?.imports).toEqual([]);
  });

  it('is the same after a write, and with paths', async () => {
    const root = project(LACKING);
    const first = await reportOf(root, 'app/client.py');
    expect(first.findings.find(({ path }) => path === 'app/client.py')).toMatchObject(REASON);
    const written = await reportOf(root, '--write');
    expect(textsOf(root)['app/client.py']).toBe('from app.settings import TIMEOUT\n\nURL = "https://new.ex.ai/health"\n');
    const again = await reportOf(root, '--check');
    expect(told(again)).toEqual(told(written));
    expect(again.summary.filesTouched).toBe(0);
  });

  it('gets references again when the image takes the module', async () => {
    const root = project({ ...LACKING, 'docker/app.Dockerfile': `${DOCKERFILE}COPY shared ./shared\n` });
    await redomain(root, ['--write']);
    expect(textsOf(root)['app/client.py']).toBe(MIGRATED);
  });

  it('gets references when the configuration ignores the Dockerfile', async () => {
    const root = project({ ...LACKING, 'redomain.yaml': `${CONFIG}deliver:\n  - { files: ["docker/**"], as: ignore }\n` });
    await redomain(root, ['--write']);
    expect(textsOf(root)['app/client.py']).toBe(MIGRATED);
  });
});

describe.concurrent('a reference that the configuration insists on', () => {
  it('is left alone under the plain jscodeshift runner, too; without insisting it is a literal', async () => {
    const transformed = async (files: Readonly<Record<string, string>>): Promise<unknown> => {
      const root = project(files);
      await redomain(root, ['--format', 'json', '--output', 'plan.json']);
      const path = join(root, 'app/client.py');
      const source = files['app/client.py']!;
      return transform({ path, source }, {} as never, { plan: join(root, 'plan.json') });
    };
    expect(await transformed({ ...LACKING, 'redomain.yaml': INSISTING })).toBeUndefined();
    expect(await transformed(LACKING)).toBe('from app.settings import TIMEOUT\n\nURL = "https://new.ex.ai/health"\n');
    expect(await transformed({ ...FILES, 'redomain.yaml': INSISTING })).toBe(MIGRATED);
  });

  it('is for review, before and after a write', async () => {
    const root = project({ ...LACKING, 'redomain.yaml': INSISTING });
    const report = await reportOf(root);
    const finding = report.findings.find(({ path }) => path === 'app/client.py');
    expect(finding).toMatchObject({
      rule: 'unimportable-module',
      decision: 'review',
      applicability: 'unsafe',
      text: 'api.old.ex.ai',
      ...REASON,
      severity: 'error',
    });
    expect(report.summary.ledger).toMatchObject({ reference: 0, literal: 2, review: 2 });
    const before = textsOf(root)['app/client.py'];
    const written = await reportOf(root, '--write', '--unsafe');
    expect(textsOf(root)['app/client.py']).toBe(before);
    const again = await reportOf(root, '--check');
    expect(told(again)).toEqual(told(written));
    expect(again.status).toBe(1);
  });

  it('keeps what it is compared with', async () => {
    const code =
      'def check(get):\n    """Asks api.old.ex.ai."""\n    assert get("https://api.old.ex.ai") == b"https://api.old.ex.ai"\n';
    const root = project({ ...LACKING, 'redomain.yaml': INSISTING, 'app/client.py': code });
    await redomain(root, ['--write']);
    expect(textsOf(root)['app/client.py']).toBe(code.replace('Asks api.old', 'Asks new'));
    const { findings } = await reportOf(root, '--check');
    expect(findings.filter(({ rule }) => rule === 'unimportable-module').map(({ column }) => column)).toEqual([25, 54]);
  });

  it('is made where the module can be imported', async () => {
    const root = project({ ...FILES, 'redomain.yaml': INSISTING });
    await redomain(root, ['--write']);
    expect(textsOf(root)['app/client.py']).toBe(MIGRATED);
  });

  it('may be left to a person by a comment', async () => {
    const line = 'URL = "https://api.old.ex.ai/health"  # redomain-ignore unimportable-module -- runs in the other image\n';
    const root = project({ ...LACKING, 'redomain.yaml': INSISTING, 'app/client.py': line });
    const report = await reportOf(root);
    expect(report.findings.filter(({ path }) => path === 'app/client.py')).toEqual([
      expect.objectContaining({ rule: 'unimportable-module', decision: 'keep', reason: 'runs in the other image' }),
    ]);
    expect(report.summary.ledger).toMatchObject({ suppressed: 1 });
  });

  it('speaks of a canonical host as well', async () => {
    const root = project({ ...LACKING, 'redomain.yaml': INSISTING, 'app/client.py': 'URL = "https://new.ex.ai/health"\n' });
    expect((await reportOf(root)).findings.filter(({ path }) => path === 'app/client.py')).toEqual([
      expect.objectContaining({ rule: 'unimportable-module', line: 1, decision: 'review', ...REASON }),
    ]);
    const free = project({ ...LACKING, 'app/client.py': 'URL = "https://new.ex.ai/health"\n' });
    expect(told(await reportOf(free)).filter((line) => line.includes('client.py'))).toEqual([]);
  });
});

describe.concurrent('a file that imports the module already', () => {
  const imports = async (text: string, more: Readonly<Record<string, string>> = {}): Promise<string[]> => {
    const report = await reportOf(project({ ...LACKING, 'app/client.py': text, ...more }), '--check');
    return report.findings
      .filter(({ path }) => path === 'app/client.py')
      .map(({ rule, line, column, text: shown, decision, context }) =>
        [rule, `${line}:${column}`, shown, decision, context].join(' | '),
      );
  };

  it('is named, with the statement, also without any host in it', async () => {
    const root = project({ ...LACKING, 'docker/app.Dockerfile': `${DOCKERFILE}COPY shared ./shared\n` });
    await redomain(root, ['--write']);
    writeFileSync(join(root, 'docker/app.Dockerfile'), DOCKERFILE);
    const report = await reportOf(root, '--check');
    expect(report.findings.filter(({ path }) => path === 'app/client.py')).toEqual([
      expect.objectContaining({
        rule: 'unimportable-module',
        line: 2,
        column: 1,
        text: 'from shared.domains import STAGING_BACKEND_URL',
        context: 'import',
        decision: 'review',
        ...REASON,
      }),
    ]);
    expect(textsOf(root)['app/client.py']).toBe(MIGRATED);
    const written = await reportOf(root, '--write');
    expect(told(await reportOf(root, '--check'))).toEqual(told(written));
  });

  it('may import it in any form and at any depth', async () => {
    expect(await imports('import os, shared.domains\n')).toEqual([
      'unimportable-module | 1:1 | import os, shared.domains | review | import',
    ]);
    expect(await imports('def f():\n    from shared import domains as d\n    return d\n')).toEqual([
      'unimportable-module | 2:5 | from shared import domains as d | review | import',
    ]);
    expect(await imports('from ..shared.domains import A\n')).toHaveLength(1);
  });

  it('is not named for an import that may fail, is not run, or is another one', async () => {
    expect(await imports('try:\n    from shared.domains import A\nexcept ImportError:\n    A = ""\n')).toEqual([]);
    expect(await imports('from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    import shared.domains\n')).toEqual([]);
    expect(await imports('from shared.domains_old import A\nfrom .domains import B\n\nNAME = "shared.domains"\n')).toEqual([]);
  });

  it('is named in TypeScript as well', async () => {
    const config = `${CONFIG}  - { file: web/lib/domains.ts, scope: ["web/**/*.ts"] }\n`;
    const root = project({
      'redomain.yaml': config,
      'web/Dockerfile': 'FROM node:22\nCOPY web/app.ts web/types.ts ./\n',
      'web/app.ts': "import { STAGING_BACKEND_URL } from './lib/domains';\n\nexport const url = STAGING_BACKEND_URL;\n",
      'web/types.ts': "import type { A } from './lib/domains';\n\nexport type B = A;\n",
    });
    expect((await reportOf(root)).findings.filter(({ rule }) => rule === 'unimportable-module')).toEqual([
      expect.objectContaining({
        path: 'web/app.ts',
        text: "import { STAGING_BACKEND_URL } from './lib/domains';",
        ...lackingAt('web/Dockerfile:2 copies it without web/lib/domains.ts'),
      }),
    ]);
  });

  it('may say why that is right, and may be kept', async () => {
    const line = 'import shared.domains  # redomain-ignore unimportable-module -- mounted at run time\n';
    expect(await imports(line)).toEqual([]);
    const keep = `${CONFIG}deliver:\n  - { files: ["app/client.py"], as: keep }\n`;
    expect(await imports('import shared.domains\n', { 'redomain.yaml': keep })).toEqual([]);
    const off = `${CONFIG}rules: { unimportable-module: off }\n`;
    expect(await imports('import shared.domains\n', { 'redomain.yaml': off })).toEqual([]);
  });
});
