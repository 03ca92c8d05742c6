switch (f(new URL("https://auth.old.ex.ai", base), "auth.old.ex.ai\n")) {
  case "https://auth.old.ex.ai":
    f(1);
}

// A text that becomes a constant names nothing, and neither does the constant.
export function sorts(text: string): boolean {
  const same = ('api.old.ex.ai' === text) === ('https://auth.old.ex.ai' === text);
  const kept = check('auth.old.ex.ai', text) === 'https://auth.old.ex.ai';
  switch ('https://app.old.ex.ai') {
    case 'app.old.ex.ai\n':
      return same;
    default:
      return kept;
  }
}
