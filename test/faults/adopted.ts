import type { Fault } from './fault.ts';

/** What the faults of an adopted Python module are planted in; the module is `adopted/domains.py` of the fixtures. */
export const PYTHON_SAMPLE = `import os

from app.base import BACKUP

API_URL = "https://api.old.ex.ai"
AUTH_URL = "https://auth.old.ex.ai"
HEALTH = "https://api.old.ex.ai/health"
DOCS = "https://www.old.ex.ai/docs/guide"
SOCKET_URL = "wss://api.old.ex.ai"
HOST = "app.old.ex.ai"
OTHER = BACKUP["BACKEND_URL"]
`;

const RIGHT = 'API_URL = STAGING_DOMAINS["BACKEND_URL"]';
const IMPORT = 'from adopted.domains import BY_SERVICE, Hosts, STAGING_DOMAINS, Sockets\n';

/** The import and the constant in a small file that does something to the group besides. */
const beside = (name: string, code: string): Fault => ({
  name,
  source: `import os\n\n${code}url = "https://api.old.ex.ai"\n`,
  output: `import os\n\nfrom adopted.domains import STAGING_DOMAINS\n\n${code}url = STAGING_DOMAINS["BACKEND_URL"]\n`,
});

export const PYTHON_FAULTS: readonly Fault[] = [
  { name: 'key of another service with the same value', swaps: [[RIGHT, 'API_URL = STAGING_DOMAINS["AUTH_URL"]']] },
  { name: 'key of another value', swaps: [[RIGHT, 'API_URL = STAGING_DOMAINS["FRONTEND_URL"]']] },
  { name: 'key that the dictionary lacks', swaps: [[RIGHT, 'API_URL = STAGING_DOMAINS["BACKEND_URI"]']] },
  { name: 'key in another letter case', swaps: [[RIGHT, 'API_URL = STAGING_DOMAINS["backend_url"]']] },
  { name: 'key lost', swaps: [[RIGHT, 'API_URL = STAGING_DOMAINS']] },
  { name: 'key as an attribute', swaps: [[RIGHT, 'API_URL = STAGING_DOMAINS.BACKEND_URL']] },
  { name: 'key as a variable', swaps: [[RIGHT, 'API_URL = STAGING_DOMAINS[BACKEND_URL]']] },
  { name: 'key as bytes', swaps: [[RIGHT, 'API_URL = STAGING_DOMAINS[b"BACKEND_URL"]']] },
  { name: 'key doubled', swaps: [[RIGHT, 'API_URL = STAGING_DOMAINS["BACKEND_URL"]["BACKEND_URL"]']] },
  { name: 'slice of a constant', swaps: [[RIGHT, 'API_URL = STAGING_DOMAINS["BACKEND_URL"][0]']] },
  { name: 'key of another name', swaps: [[RIGHT, 'API_URL = BACKUP["BACKEND_URL"]']] },
  { name: 'key of a class', swaps: [[RIGHT, 'API_URL = Hosts["BACKEND_URL"]']] },
  { name: 'call in place of a key', swaps: [[RIGHT, 'API_URL = STAGING_DOMAINS.get("BACKEND_URL")']] },
  { name: 'whole expression in quotes', swaps: [[RIGHT, `API_URL = 'STAGING_DOMAINS["BACKEND_URL"]'`]] },
  { name: 'inner key lost', swaps: [["{BY_SERVICE['staging']['docs']['url']}", "{BY_SERVICE['staging']['docs']}"]] },
  { name: 'keys exchanged', swaps: [["['staging']['docs']", "['docs']['staging']"]] },
  {
    name: 'outer quotes within a field, before Python 3.12',
    swaps: [["{STAGING_DOMAINS['BACKEND_URL']}", '{STAGING_DOMAINS["BACKEND_URL"]}']],
  },
  { name: 'constant converted', swaps: [["{STAGING_DOMAINS['BACKEND_URL']}", "{STAGING_DOMAINS['BACKEND_URL']!r}"]] },
  { name: 'value of an enumeration lost', swaps: [['Sockets.WEBSOCKET.value', 'Sockets.WEBSOCKET']] },
  { name: 'name of an enumeration for its value', swaps: [['Sockets.WEBSOCKET.value', 'Sockets.WEBSOCKET.name']] },
  { name: 'attribute that the class lacks', swaps: [['Hosts.FRONTEND', 'Hosts.BACKEND']] },
  { name: 'attribute of another class', swaps: [['HOST = Hosts.FRONTEND', 'HOST = Sockets.FRONTEND']] },
  { name: 'import of the group lost', swaps: [[', STAGING_DOMAINS, ', ', ']] },
  { name: 'import of the group from elsewhere', swaps: [['from adopted.domains import', 'from adopted.base import']] },
  { name: 'import of a key', swaps: [[IMPORT, IMPORT.replace('STAGING_DOMAINS', 'BACKEND_URL')]] },
  {
    name: 'two groups exchanged in the import',
    swaps: [['BY_SERVICE, Hosts, STAGING_DOMAINS,', 'STAGING_DOMAINS as BY_SERVICE, Hosts, BY_SERVICE as STAGING_DOMAINS,']],
  },
  {
    name: 'use of another name for the group',
    swaps: [['OTHER = BACKUP["BACKEND_URL"]', 'OTHER = STAGING_DOMAINS["BACKEND_URL"]']],
  },
  {
    name: 'a group that the file knew by no import',
    source: 'import os\n\nurl = "https://api.old.ex.ai"\nall = sorted(STAGING_DOMAINS)\n',
    output:
      'import os\n\nfrom adopted.domains import STAGING_DOMAINS\n\nurl = STAGING_DOMAINS["BACKEND_URL"]\nall = sorted(STAGING_DOMAINS)\n',
  },
  beside('a group bound again', 'STAGING_DOMAINS = dict()\n'),
  beside('a group whose entry is assigned', 'STAGING_DOMAINS["BACKEND_URL"] = "x"\n'),
  beside('a group whose entry is deleted', 'del STAGING_DOMAINS["BACKEND_URL"]\n'),
  beside('a group that is updated', 'STAGING_DOMAINS.update(os.environ)\n'),
  beside('a group of which an entry is popped', 'STAGING_DOMAINS.pop("BACKEND_URL")\n'),
  beside('a group that is patched', 'patch.dict(STAGING_DOMAINS, os.environ)\n'),
];

/** The same for an adopted TypeScript module, `adopted/domains.ts` of the fixtures. */
export const TYPESCRIPT_SAMPLE = `import { backup } from './backup';

export const API_URL = 'https://api.old.ex.ai';
export const AUTH_URL = 'https://auth.old.ex.ai';
export const HEALTH = 'https://api.old.ex.ai/health';
export const SOCKET_URL = 'wss://api.old.ex.ai';
export const HOST = { host: 'app.old.ex.ai' };
export const OTHER = backup.staging.backend;
export const view = <a href="https://app.old.ex.ai">x</a>;
`;

const MEMBER = 'API_URL = DOMAINS.staging.backend;';

export const TYPESCRIPT_FAULTS: readonly Fault[] = [
  { name: 'member of another service with the same value', swaps: [[MEMBER, 'API_URL = DOMAINS.staging.auth;']] },
  { name: 'member of another value', swaps: [[MEMBER, 'API_URL = DOMAINS.staging.frontend;']] },
  { name: 'member that the object lacks', swaps: [[MEMBER, 'API_URL = DOMAINS.staging.api;']] },
  { name: 'last member lost', swaps: [[MEMBER, 'API_URL = DOMAINS.staging;']] },
  { name: 'middle member lost', swaps: [[MEMBER, 'API_URL = DOMAINS.backend;']] },
  { name: 'members exchanged', swaps: [[MEMBER, 'API_URL = DOMAINS.backend.staging;']] },
  { name: 'member of another name', swaps: [[MEMBER, 'API_URL = backup.staging.backend;']] },
  { name: 'member of a member', swaps: [[MEMBER, 'API_URL = DOMAINS.staging.backend.length;']] },
  { name: 'member by a variable', swaps: [[MEMBER, 'API_URL = DOMAINS.staging[backend];']] },
  { name: 'member that may be missing', swaps: [[MEMBER, 'API_URL = DOMAINS?.staging.backend;']] },
  { name: 'member called', swaps: [[MEMBER, 'API_URL = DOMAINS.staging.backend();']] },
  { name: 'key without quotes', swaps: [["DOMAINS.staging['web-socket']", 'DOMAINS.staging[web-socket]']] },
  { name: 'key in another letter case', swaps: [["DOMAINS.staging['web-socket']", "DOMAINS.staging['Web-Socket']"]] },
  { name: 'whole expression in quotes', swaps: [[MEMBER, "API_URL = 'DOMAINS.staging.backend';"]] },
  { name: 'braces lost in a template', swaps: [['`${DOMAINS.staging.backend}/health`', '`DOMAINS.staging.backend/health`']] },
  { name: 'member of another enumeration', swaps: [['host: Hosts.FRONTEND', 'host: DOMAINS.FRONTEND']] },
  { name: 'member that the enumeration lacks', swaps: [['host: Hosts.FRONTEND', 'host: Hosts.AUTH']] },
  { name: 'import of the object lost', swaps: [['{ DOMAINS, Hosts }', '{ Hosts }']] },
  { name: 'import of the object from elsewhere', swaps: [["'@/adopted/domains'", "'@/adopted/apex'"]] },
  { name: 'import of a member', swaps: [['{ DOMAINS, Hosts }', '{ backend as DOMAINS, Hosts }']] },
  { name: 'two names exchanged in the import', swaps: [['{ DOMAINS, Hosts }', '{ Hosts as DOMAINS, DOMAINS as Hosts }']] },
  { name: 'type in place of the value', swaps: [['{ DOMAINS, Hosts }', '{ type DOMAINS, Hosts }']] },
  { name: 'use of another object', swaps: [['OTHER = backup.staging', 'OTHER = DOMAINS.staging']] },
  {
    name: 'an object that the file declares as well',
    source: `export function f(DOMAINS: string[]) { return [DOMAINS, 'https://api.old.ex.ai']; }\n`,
    output: `import { DOMAINS } from '@/adopted/domains';\n\nexport function f(DOMAINS: string[]) { return [DOMAINS, DOMAINS.staging.backend]; }\n`,
  },
  {
    name: 'an object that the file knew by no import',
    source: `export const all = [DOMAINS, 'https://api.old.ex.ai'];\n`,
    output: `import { DOMAINS } from '@/adopted/domains';\n\nexport const all = [DOMAINS, DOMAINS.staging.backend];\n`,
  },
];
