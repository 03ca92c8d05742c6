import { z } from 'zod';

/** Gives `true` only where two types are the same, optional properties and all; whether a property is read-only is no matter. */
export type Same<A, B> = (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;

type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;

export const text = z.string();
export const texts = z.array(text);
/** From 0. */
export const count = z.int().nonnegative();
/** From 1. */
export const ordinal = z.int().positive();
export const flag = z.boolean();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256');
export const day = z.iso.date();

/** A path below the root, with `/`. */
export const below = z.string().refine(isBelow, 'is no path below the root');

/** Whether a path, with `/`, leads to something below where it begins. */
export function isBelow(path: string): boolean {
  return !path.includes('\0') && path.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
}
