import { describe, expect, it } from 'vitest';
import { CONFIG, project, redomain } from './cli-project.ts';

const ROOT = project({
  'redomain.yaml': CONFIG,
  'app/__init__.py': '',
  'app/cors.py': '\nALLOWED_ORIGINS = ["https://api.old.ex.ai", "https://new.ex.ai"]\nURL = "https://api.old.ex.ai/x"\n',
  'web/data.json': '{ "name": "api.old.ex.ai" }\n',
});

async function explained(...words: string[]): Promise<string> {
  const { status, stdout, stderr } = await redomain(ROOT, ['explain', ...words]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

describe('redomain explain FILE:LINE', () => {
  it('says what is decided, by which entry, and the comment that settles it', async () => {
    const said = await explained('app/cors.py:2');
    expect(said).toContain('app/cors.py:2:29  names-both  the same expression names the canonical host as well');
    expect(said).toContain('^^^^^^^^^^^^^');
    expect(said).toContain('api.old.ex.ai → new.ex.ai, retired by the service staging.backend');
    expect(said).toContain('# redomain-ignore needs-review -- why');
    expect(said).toContain('- { reason: names-both, files: ["app/cors.py"], as: literal }');
    expect(said).toContain('app/cors.py:2:54  this host is right as it is');
  });

  it('says what a place becomes', async () => {
    expect(await explained('app/cors.py:3')).toContain('decided: it becomes a constant: STAGING_BACKEND_URL (retired-host)');
  });

  it('names an entry where the format has no comments', async () => {
    const said = await explained('web/data.json:1');
    expect(said).toContain('- { reason: unclear-name, files: ["web/data.json"], as: keep }');
    expect(said).not.toContain('redomain-ignore');
  });

  it('says so where no governed host stands', async () => {
    expect(await explained('app/cors.py:1:4')).toBe('app/cors.py:1  no governed host stands on this line\n');
  });

  it.each([
    ['app/cors.py:99', 'app/cors.py has no line 99'],
    ['app/none.py:1', '"app/none.py" does not exist'],
  ])('refuses %s', async (word, words) => {
    const { status, stderr } = await redomain(ROOT, ['explain', word]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(words) });
  });
});
