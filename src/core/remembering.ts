/**
 * Makes a function that remembers its answer for each object on that object itself, where no copy takes it along. A WeakMap would remember as
 * well, but V8's collector of young objects takes the values of one for alive: every syntax tree would grow old before it goes.
 */
export function remembering<K extends object, V>(answer: (of: K) => V): (of: K) => V {
  const slot = Symbol(answer.name);
  return (of) => {
    const known = (of as { readonly [slot]?: { readonly value: V } })[slot];
    if (known) return known.value;
    const value = answer(of);
    Object.defineProperty(of, slot, { value: { value } });
    return value;
  };
}

/** What a map holds for a key, made and put there where there is none yet. */
export function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
