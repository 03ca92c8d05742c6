import { STANDARD } from '../../../src/core/layout/style.ts';
import type { Style } from '../../../src/types/module.ts';

/** Of TypeScript, JavaScript and JSON where no formatter is configured. */
export const PLAIN: Style = { ...STANDARD, width: 80, indent: '  ', indentWidth: 2, quote: "'" };
