import { describe, expect, test } from 'vitest';
import { migrate, readText, textsBy } from './python-case.ts';

/** What becomes of one text: its use, its obstacle, or its kind. */
const use = (text: string): unknown => textsBy(text, 'use')[0]?.[1];
const blocked = (text: string): unknown => textsBy(text, 'blocked')[0]?.[1];
const labels = (text: string): readonly string[] => readText(text).literals[0]!.labels;

describe('use', () => {
  test.each([
    ['re.compile("new.ex.ai")', 'pattern'],
    ['re.sub(p, "new.ex.ai", x)', 'replaced'],
    ['re.match(p, "new.ex.ai")', undefined],
    ['pytest.raises(E, match="new.ex.ai")', 'pattern'],
    ['self.assertRegex(x, "new.ex.ai")', 'pattern'],
    ['URL_PATTERN = "^new.ex.ai$"', 'pattern'],
    ['URL_PATTERN = "https://new.ex.ai"', undefined],
    ['re.compile("|".join(["new.ex.ai"]))', 'pattern'],
    ['x.startswith("new.ex.ai")', 'affix'],
    ['x.endswith(("new.ex.ai", y))', 'affix'],
    ['"new.ex.ai" in x', 'affix'],
    ['"new.ex.ai" in [x]', undefined],
    ['x in ["new.ex.ai"]', undefined],
    ['x not in ["new.ex.ai"]', 'negated'],
    ['assert x != "new.ex.ai"', 'negated'],
    ['assert not f("new.ex.ai")', 'negated'],
    ['y = not x == "new.ex.ai"', 'negated'],
    ['if not f("new.ex.ai"): pass', undefined],
    ['self.assertNotEqual(x, "new.ex.ai")', 'negated'],
    ['self.assertFalse(f("new.ex.ai"))', 'negated'],
    ['m.assert_not_called_with("new.ex.ai")', 'negated'],
    ['if x == "new.ex.ai":\n    raise E', 'negated'],
    ['if x == "new.ex.ai":\n    y', undefined],
    ['x.replace("new.ex.ai", y)', 'replaced'],
    ['"https://new.ex.ai".replace("https", y)', 'replaced'],
    ['U = Literal["new.ex.ai"]', 'type'],
    ['d["new.ex.ai"]', undefined],
    ['"new.ex.ai"[4:]', 'replaced'],
    ['re.sub(p, repl="new.ex.ai")', 'replaced'],
    ['re.split(p, "new.ex.ai")', undefined],
    ['fnmatch.fnmatch(x, "new.ex.ai")', 'pattern'],
    ['self.assertRegex("new.ex.ai", x)', undefined],
    ['self.assertIn("new.ex.ai", x)', 'affix'],
    ['self.assertIn("new.ex.ai", [x])', undefined],
    ['self.assertIn(x, y, "new.ex.ai")', undefined],
    ['q.filter(url__icontains="new.ex.ai")', 'affix'],
    ['q.filter(url="new.ex.ai")', undefined],
    ['re.compile(f()("new.ex.ai"))', undefined],
  ])('%s', (text, expected) => expect(use(`${text}\n`)).toBe(expected));
});

describe('what no name can take the place of', () => {
  test.each([
    ['x = b"new.ex.ai"', 'bytes'],
    ['x = """\nnew.ex.ai"""', 'multi-line-text'],
    ['x = """new.ex.ai"""', undefined],
    ['x: "new.ex.ai" = 1', 'annotation'],
    ['def f(a: str = "new.ex.ai"): pass', undefined],
    ['def f() -> "new.ex.ai": pass', 'annotation'],
    ['x = f"{a:new.ex.ai}"', 'format-specification'],
    ['x = f"{\'new.ex.ai\'=}"', 'self-documenting-field'],
    ['__slots__ = ("new.ex.ai",)', 'list-of-names'],
    ['T = TypedDict("T", {"new.ex.ai": str})', 'functional-definition'],
    ['_("new.ex.ai")', 'translated-text'],
    ['x = r"\\{new.ex.ai"', 'escaped-brace'],
    ['f"new.ex.ai"', 'text-without-effect'],
    ['x = f"{a:{\'new.ex.ai\'}}"', 'format-specification'],
    ['class A(B, url="new.ex.ai"): pass', undefined],
    ['match x:\n    case {"new.ex.ai": y}: pass', 'key-of-a-pattern'],
  ])('%s', (text, expected) => expect(blocked(`${text}\n`)).toEqual(expected && { code: expected }));

  test('docstrings, comments and code', () => {
    expect(textsBy('"new.ex.ai"\nx = 1  # new.ex.ai\nb"new.ex.ai"\n', 'kind').map(([, kind]) => kind)).toEqual([
      'docstring',
      'comment',
      'bytes',
    ]);
    expect(readText('x = new.ex.ai\ny = f"{new.ex.ai}"\n').literals).toEqual([]);
    expect(readText('x = "new.ex.ai" ".com"\n').literals).toMatchObject([{ continued: true }]);
  });
});

describe('labels and scope', () => {
  test.each([
    ['x = {"api_url": "new.ex.ai"}', ['api_url', 'x']],
    ['self.api_url = "new.ex.ai"', ['api_url', 'self']],
    ['os.environ["API_URL"] = "new.ex.ai"', ['API_URL', 'environ']],
    ['httpx.get("new.ex.ai")', ['get', 'httpx']],
    ['x = os.getenv("API_URL", "new.ex.ai")', ['API_URL', 'getenv', 'os', 'x']],
    ['connect(host="new.ex.ai")', ['host', 'connect']],
    ['def f(url="new.ex.ai"): pass', ['url', 'f']],
    ['def base_url():\n    return "new.ex.ai"', ['base_url']],
    ['self.url == "new.ex.ai"', ['url', 'self']],
    ['for host in ["new.ex.ai"]: pass', ['host']],
    ['x = {"ALLOWED_HOSTS": ["new.ex.ai"]}', ['ALLOWED_HOSTS', 'x']],
    ['x = {"https://a.example": "new.ex.ai"}', ['x']],
    ['match url:\n    case "new.ex.ai": pass', ['url']],
  ])('%s', (text, expected) => expect(labels(`${text}\n`)).toEqual(expected));

  test('scope and what stands before', () => {
    expect(readText('class A:\n    async def f(self):\n        x = "new.ex.ai"\n').literals[0]!.scope).toBe('A.f');
    expect(textsBy('x = "a" "new.ex.ai"\n', 'joined')[0]![1]).toBe(true);
    expect(textsBy('x = a + "new.ex.ai"\n', 'joined')[0]![1]).toBe(true);
    expect(textsBy('x = a + ("new.ex.ai" + b)\n', 'joined')[0]![1]).toBe(true);
    expect(textsBy('x = "new.ex.ai" + a\n', 'joined')[0]![1]).toBeUndefined();
  });
});

describe('relations', () => {
  const kinds = (text: string): string[] => readText(text).relations.map(({ kind, members }) => `${kind} ${members.length}`);

  test.each([
    ['x = {"new.ex.ai": 1, "b.new.ex.ai": 2}', ['keys 2']],
    ['x = {"new.ex.ai": "b.new.ex.ai"}', ['alternatives 2']],
    ['x = {"new.ex.ai", "b.new.ex.ai"}', ['keys 2', 'alternatives 2']],
    ['x = a or "new.ex.ai" or "b.new.ex.ai"', ['alternatives 2']],
    ['x = "new.ex.ai" if "b.new.ex.ai" else "c.new.ex.ai"', ['alternatives 2']],
    ['f("new.ex.ai", "b.new.ex.ai")', ['alternatives 2']],
    ['x = ["new.ex.ai", "b.new.ex.ai"]', ['alternatives 2']],
    ['class A(Enum):\n    A = "new.ex.ai"\n    B = "b.new.ex.ai"', ['keys 2']],
    ['match x:\n    case "new.ex.ai": pass\n    case "b.new.ex.ai": pass', ['keys 2']],
    ['assert f("new.ex.ai") == "b.new.ex.ai"', ['compared 2']],
    ['self.assertEqual(f("new.ex.ai"), "b.new.ex.ai")', ['compared 2']],
    ['def t():\n    u = "new.ex.ai"\n    r = f(u)\n    assert r.x == "b.new.ex.ai"', ['compared 2']],
    ['def t():\n    u = "new.ex.ai"\n    r = f()\n    assert r.x == "b.new.ex.ai"', []],
    ['f("new.ex.ai", g("b.new.ex.ai"))', []],
  ])('%s', (text, expected) => expect(kinds(`${text}\n`)).toEqual(expected));
});

describe('files that do not parse', () => {
  test('comments and docstrings above the error are certain, nothing else is', () => {
    const reading = readText('"""new.ex.ai"""\n# new.ex.ai\nx = "new.ex.ai"\nprint "new.ex.ai"\n# new.ex.ai\n');
    expect(reading.failure).toBe('does not parse, line 4');
    expect(reading.literals.map(({ kind }) => kind)).toEqual(['docstring', 'comment']);
  });
});

describe('render', () => {
  test.each([
    ['x = a if b else"new.ex.ai"if c else d', 'x = a if b else API_HOST if c else d'],
    ['def f():\n    return"https://new.ex.ai/a"', 'def f():\n    return f"{API_URL}/a"'],
    ['x = "new.ex.ai".upper()', 'x = API_HOST.upper()'],
    ['x = u"new.ex.ai/a"', 'x = f"{API_HOST}/a"'],
    ['x = R"new.ex.ai\\d{1}"', 'x = Rf"{API_HOST}\\d{{1}}"'],
    ['x = "{new.ex.ai}\\N{DASH}{{"', 'x = f"{{{API_HOST}}}\\N{DASH}{{{{"'],
    ['x = "https://new.ex.ai new.ex.ai"', 'x = f"{API_URL} {API_HOST}"'],
    ['x = ("a"\n  "new.ex.ai")', 'x = ("a"\n  f"{API_HOST}")'],
  ])('%s', (text, expected) => expect(migrate(`${text}\n`).output.replace(/^from .*\n+/, '')).toBe(`${expected}\n`));
});
