/**
 * What an anchor of the pages published before may be called now, likeliest first: body fields had a prefix, and the row of
 * a parameter that no request may have is gone.
 */
export function currentAnchors(old: string): readonly string[] {
  const field = /^parameter-data__(.+)$/s.exec(old)?.[1];
  return [
    old,
    ...(field === undefined ? [] : [`parameter-${field}`]),
    ...(old.startsWith('parameter-') ? ['parameters'] : []),
  ];
}
