/** Words in a name that say: this is retired, or not to be used. */
export const RETIREMENT = new Set(
  'old older legacy deprecated obsolete retired outdated former previous forbidden prohibited disallowed banned blocked blacklist blacklisted blocklist denylist bad wrong incorrect invalid broken stale superseded replaced unsupported unwanted'.split(
    ' ',
  ),
);
/** Of those, the words for a value that is wrong in itself, which need not be for its host; and what the others are called. */
export const WRONG = new Set('invalid incorrect wrong bad'.split(' '));
export const RIGHT = new Set('valid correct right good'.split(' '));
/** Of those, the words that tell what a whole function or test is about. */
export const RETIRED_SUBJECT = new Set(
  'legacy deprecated obsolete retired outdated former forbidden prohibited disallowed superseded'.split(' '),
);
/** What a line or a comment says of a host that is retired. */
export const RETIREMENT_TEXT =
  /\b(?:deprecated|obsolete|legacy|retired|outdated|superseded|(?<!403 )forbidden|prohibited|disallowed|no longer|(?:do not|don'?t|never|must not|should not|shouldn'?t|cannot|stop) us(?:e|ing)|instead of|replac(?:e[sd]?|ing) (?:by|with)|renam(?:e|ed|ing)|migrat(?:e|ed|es|ing|ion) (?:from|away)|moved? (?:from|away)|chang(?:e|ed|ing) from|switch(?:ed)? from|formerly|previously|used to be|before (?:the )?fix|(?:old|wrong|incorrect|bad|invalid|broken) (?:url|host|domain|endpoint|value|address|pattern|name|one|format|config)s?)|❌|🚫|⛔|\bwas:|\bbefore:|\bold:|\bwrong:|\bincorrect:|[(#]\s*(?:wrong|incorrect)\b(?! (?:protocol|scheme|port|path|method))|['"] not in |^-(?=[^\s-])/i;

/** In a sentence of a program, what says so of the host next to it. */
export const RETIRED_BEFORE = /\b(?:deprecated|obsolete|legacy|retired|outdated|superseded)\b[^.;!?]{0,40}$/i;
export const RETIRED_AFTER =
  /^[^.;!?]{0,20}\b(?:is|are|was|were) (?:now )?(?:deprecated|obsolete|retired|outdated|superseded|no longer)\b/i;
/** What a comment says of a value that is wrong on purpose. */
export const WRONG_VALUE = /\b(?:wrong|incorrect|should be|should use)\b/i;
