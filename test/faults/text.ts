import type { Fault } from './fault.ts';

/** What the faults without a source of their own are planted in. */
export const SAMPLE = `# The backend
url: https://api.old.ex.ai/v1   # asks twice
socket: wss://api.old.ex.ai
app: "https://app.old.ex.ai"
plain: nothing here
`;

export const FAULTS: readonly Fault[] = [
  { name: 'wrong host', swaps: [['"https://www.new.ex.ai"', '"https://new.ex.ai"']] },
  { name: 'host left out', swaps: [['"https://www.new.ex.ai"', '"https://app.old.ex.ai"']] },
  { name: 'path part lost', swaps: [['/v1', '']] },
  { name: 'scheme changed', swaps: [['wss://', 'ws://']] },
  { name: 'host doubled', swaps: [['https://new.ex.ai/v1', 'https://new.ex.ainew.ex.ai/v1']] },
  { name: 'a letter of the host lost', swaps: [['https://new.ex.ai/v1', 'https://new.ex.a/v1']] },
  { name: 'quotes lost', swaps: [['"https://www.new.ex.ai"', 'https://www.new.ex.ai']] },
  { name: 'white space lost', swaps: [['   # asks', ' # asks']] },
  { name: 'comment lost', swaps: [['   # asks twice', '']] },
  { name: 'line lost', swaps: [['plain: nothing here\n', '']] },
  { name: 'character of another line changed', swaps: [['nothing', 'Nothing']] },
  { name: 'final newline lost', swaps: [['nothing here\n', 'nothing here']] },
  { name: 'final newline added', swaps: [['nothing here\n', 'nothing here\n\n']] },
  { name: 'line endings changed', source: 'url: https://api.old.ex.ai\r\nx: 1\r\n', output: 'url: https://new.ex.ai\nx: 1\n' },
  { name: 'tab expanded', source: 'url:\thttps://api.old.ex.ai\n', swaps: [['\t', '    ']] },
  { name: 'byte order mark in the text', source: 'url: https://api.old.ex.ai\n', output: '\ufeffurl: https://new.ex.ai\n' },
];
