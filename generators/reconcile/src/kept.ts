/** The value of a key, made where there is none yet. */
export function kept<K extends object, V>(known: WeakMap<K, V>, key: K, make: () => V): V {
  const earlier = known.get(key);
  if (earlier !== undefined) return earlier;
  const value = make();
  known.set(key, value);
  return value;
}
