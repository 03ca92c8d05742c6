import type { Rule } from './rule.ts';

export const badSuppression: Rule = {
  name: 'bad-suppression',
  severity: 'error',
  summary: 'a suppression without reason, expired, or serving nothing',
  page: `# bad-suppression

A \`redomain-ignore\` or \`redomain-disable\` comment that does not do what its author meant.

## What it does

It reports a suppression

- without a reason: it does not count, and what it meant to hide is reported;
- whose \`until=YYYY-MM-DD\` is over: it does not count any more;
- that serves nothing: no finding stands where it points, which is its own line, or the next one where it stands alone. Another comment
  between the two, or the line that begins a code block, is the next line.

A file is looked at also where it names no governed host; one that the configuration keeps is not. A sentence or a text that only
names a suppression is none: what counts is the beginning of a comment, and in Markdown and the like what stands in \`<!-- … -->\`.

## Why it matters

A suppression is a debt. Without a reason nobody can pay it back, and one that serves nothing hides the next finding.

## Example

    # redomain-ignore                                            no reason
    # redomain-ignore retired-host until=2024-01-31 -- partner moves in January       over

## How to mend it

Write what is meant, on the line itself or on a line of its own before it:

    # redomain-ignore RULE until=YYYY-MM-DD -- reason

RULE and until are optional, the reason is not. For a range: \`redomain-disable RULE -- reason\` up to \`redomain-enable\`. Remove what
serves nothing.
`,
};
