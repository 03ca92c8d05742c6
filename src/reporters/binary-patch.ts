import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { formatPatch } from 'diff';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~';

/** A git binary patch, for bytes that are no text to git (UTF-16). It applies only to exactly `before`, in a SHA-1 repository. */
export function binaryPatch(path: string, before: Buffer, after: Buffer): string {
  const header = formatPatch({
    oldFileName: `a/${path}`,
    newFileName: `b/${path}`,
    oldHeader: undefined,
    newHeader: undefined,
    isGit: true,
    hunks: [],
  });
  return `${header}index ${blobName(before)}..${blobName(after)}\nGIT binary patch\n${literal(after)}\n${literal(before)}\n`;
}

function blobName(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Deflated bytes in lines of at most 52, each behind a letter that says its length, in git's base 85. */
function literal(bytes: Buffer): string {
  const packed = deflateSync(bytes);
  let text = `literal ${bytes.length}\n`;
  for (let at = 0; at < packed.length; at += 52) {
    const line = packed.subarray(at, at + 52);
    text += String.fromCharCode(line.length <= 26 ? 64 + line.length : 70 + line.length);
    for (let word = 0; word < line.length; word += 4) text += base85(line.subarray(word, word + 4));
    text += '\n';
  }
  return text;
}

function base85(word: Uint8Array): string {
  let value = 0;
  for (let index = 0; index < 4; index++) value = value * 256 + (word[index] ?? 0);
  let text = '';
  for (let digit = 0; digit < 5; digit++) {
    text = DIGITS[value % 85]! + text;
    value = Math.floor(value / 85);
  }
  return text;
}
