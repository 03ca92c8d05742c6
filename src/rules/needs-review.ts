import type { Rule } from './rule.ts';

export const needsReview: Rule = {
  name: 'needs-review',
  severity: 'error',
  summary: 'a retired host in a place that only a person can decide',
  page: `# needs-review

A retired host stands where neither a reference nor a literal is certain to keep the program's meaning.

## What it does

It names the occurrence with the reason, and leaves it as it is. The reasons, in short:

- **an acceptor**: a pattern, or an allow list of origins, hosts or redirects, may have to accept both hosts for a while;
- **about the retired host itself**: a table from old to new, a test that the host is *not* there, a list of what is forbidden;
- **keys that would become equal**: two entries of a dictionary, set, switch or list would be one;
- **put together at run time**: only a part of the host is written down;
- **a wildcard**: \`*\` for a whole label, which would become one for a part of a label, as no certificate or policy has it;
- **a bare name**: a bucket, cookie domain, key or label that merely looks like a host;
- **an identifier, not an address**: an XML namespace, \`$id\`, an audience;
- **a pinned artefact**: an image digest or a release that the new host may not serve;
- **a record of what was**: quoted output, log lines, and lines that tell how a host failed; and files that are nothing else: logs,
  recorded results, changelogs, and reports with a day in their names, as long as the configuration says nothing of them;
- **together with one of these**: the other side of a comparison, the same text, the same test.

## Why it matters

A replacement by \`sed\` breaks exactly these places, and nothing fails until someone follows the old link.

## Example

    LINK = re.compile(r"https://api\\.old\\.ex\\.ai/.*")      # old links may still arrive: accept both?

## How to mend it

Decide each place by hand: write the canonical host, or accept both, or leave the retired one. Then run \`redomain --check\`. Where the
retired host must stay, write the reason down: on the line, or in a comment of its own directly above it,

    # redomain-ignore needs-review -- links in mails sent before the move

or around several lines, such as a code block of a document, where comments are \`<!-- … -->\`:

    <!-- redomain-disable needs-review -- a log of that day -->
    <!-- redomain-enable -->

For whole files, and where a format has no comments, the configuration says it; \`as: literal\` has a record rewritten:

    deliver:
      - { files: ["docs/history/**", "logs/**"], as: keep }

A repository with more of them than can be settled now starts with \`redomain --check --update-baseline\`: the check then fails only for
what comes new. Where a service's bare host may always change, say \`bare: safe\` for that service. \`--unsafe\` replaces the hosts
in these places as well, where it can be done at all; read that diff line by line.
`,
};
