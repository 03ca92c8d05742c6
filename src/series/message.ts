import { counted, grouped } from '../core/counted.ts';
import type { ScannedFile } from '../scan/scan.ts';
import { changes } from './groups.ts';

/** What a commit holds, for its message and for the report. */
export interface Totals {
  readonly files: number;
  readonly references: number;
  readonly literals: number;
}

export function totalsOf(files: readonly ScannedFile[]): Totals {
  const sum = (verdict: string): number =>
    files.flatMap(({ counts }) => counts.filter((one) => one.verdict === verdict)).reduce((all, { count }) => all + count, 0);
  return { files: files.length, references: sum('reference'), literals: sum('literal') };
}

const HOSTS = 12;
const WIDTH = 72;

/** The message of the commit of the domain modules. */
export function modulesMessage(files: readonly string[], verify: string | undefined): string {
  const many = files.length > 1;
  return messageOf(`redomain: domain ${many ? 'modules' : 'module'}`, [
    `The canonical hosts, written from the configuration. What follows imports ${many ? 'these files' : 'this file'}:`,
    files.map((file) => `  ${file}`).join('\n'),
    verified(verify),
    `To undo: first revert the commits that import ${many ? 'them' : 'it'}, then this one.`,
  ]);
}

/** The message of the commit of a group. */
export function groupMessage(name: string, files: readonly ScannedFile[], verify: string | undefined): string {
  const { references, literals } = totalsOf(files);
  const made = `${grouped(references)} became a constant of the domain module, ${grouped(literals)} the canonical host as text.`;
  return messageOf(`redomain: ${name}, ${counted(files.length, 'file')}`, [
    `${counted(references + literals, 'occurrence')} of retired or hard-coded hosts in ${counted(files.length, 'file')}: ${made}`,
    hostLines(files),
    'Proof: each file was parsed again. The original with nothing but its hosts replaced, and the new text with the constants folded in, are the same list of tokens; everything outside the edits is the same, byte for byte.',
    verified(verify),
    'To undo: revert this commit; it stands alone.',
  ]);
}

/** The hosts that gave way, the most frequent first. */
function hostLines(files: readonly ScannedFile[]): string {
  const hosts = new Map<string, number>();
  for (const { host, count } of files.flatMap(({ counts }) => counts.filter(changes)))
    hosts.set(host, (hosts.get(host) ?? 0) + count);
  const sorted = [...hosts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const width = grouped(sorted[0]?.[1] ?? 0).length;
  const lines = sorted.slice(0, HOSTS).map(([host, count]) => `  ${grouped(count).padStart(width)}  ${host}`);
  return [...lines, ...(sorted.length > HOSTS ? [`  … and ${counted(sorted.length - HOSTS, 'more host')}`] : [])].join('\n');
}

function verified(verify: string | undefined): string {
  return verify === undefined ? '' : `Verified with this commit:\n\n  ${verify.replaceAll('\n', '\n  ')}`;
}

function messageOf(subject: string, paragraphs: readonly string[]): string {
  return [subject, ...paragraphs.filter((text) => text !== '').map(wrapped)].join('\n\n');
}

/** Breaks the lines of prose; lines that are set in stay whole. */
function wrapped(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith(' ') ? line : line.replace(new RegExp(`(?=.{${WIDTH + 1}})(.{1,${WIDTH}})\\s`, 'g'), '$1\n')))
    .join('\n');
}
