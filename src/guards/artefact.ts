import { lineOf } from '../core/line.ts';
import type { Occurrence, View } from '../core/occurrence.ts';

const IDENTIFIER_LABEL =
  /^(?:xmlns(?::.*)?|\$id|\$schema|@id|@context|@vocab|[\w-]*audience|aud|iss|issuer|namespace|targetNamespace|schemaLocation|xsi:schemaLocation|guid|urn)$/i;
const IDENTIFIER_LINE =
  /<!DOCTYPE\b[^<>]*$|(?:\bxmlns(?::[\w-]+)?\s*=\s*["']?|\$id["']?\s*:\s*["']?|@(?:id|context)["']?\s*:\s*["']?|<(?:id|guid)[^<>]*>)[^"'<>]*$/i;
/** What is in every match of the above, found at once. */
const IDENTIFIER = /<!doctype|xmlns|\$id|@id|@context|<id|<guid/i;
/** Characters before a host in which its name is looked for. */
const BEFORE = 400;
const PINNED =
  /^(?::\d+)?\/(?:[\w.-]+\/)*[\w.-]+(?::v?\d+(?:\.\d+)+[\w.-]*|@sha256:[0-9a-f]{6,})|^[^\s"'<>`]*\/(?:releases?|download|downloads|archive)\/(?:[^\s"'<>`]*\/)?v?\d+\.\d+|^[^\s"'<>`]*\.(?:tar\.gz|tgz|tar\.xz|zip|whl|deb|rpm|jar)\b/i;

/** Why an address names one artefact, of which nobody knows whether the canonical host serves it. */
export function pinnedArtefact(occurrence: Occurrence, view: View): string | undefined {
  const { end } = occurrence.standing.span;
  const found = PINNED.exec(view.file.text.slice(end, end + 300));
  return found ? 'a pinned artefact that the canonical host may not serve' : undefined;
}

/** Why a URL is an identifier that others compare, and not an address. */
export function identifierUrl(occurrence: Occurrence, view: View): string | undefined {
  const label = occurrence.literal?.labels[0];
  if (label !== undefined && IDENTIFIER_LABEL.test(label)) return `an identifier ("${label}"), compared and not fetched`;
  const { start } = occurrence.hit;
  const line = lineOf(view.file, start);
  const before = view.file.text.slice(Math.max(line.start, start - BEFORE), start);
  return IDENTIFIER.test(before) && IDENTIFIER_LINE.test(before) ? 'an identifier, compared and not fetched' : undefined;
}
