/**
 * The path of the document that is most like one that it does not have: of those with most segments in common, the one
 * that begins alike for longest, then the one whose length differs least. Null: there is none at all.
 */
export function nearestPath(path: string, templates: Iterable<string>): string | null {
  const segments = new Set(segmentsOf(path));
  let nearest: { readonly template: string; readonly likeness: Likeness } | null = null;
  for (const template of templates) {
    const likeness: Likeness = [
      segmentsOf(template).filter((segment) => segments.has(segment)).length,
      sharedStart(path, template),
      -Math.abs(template.length - path.length),
    ];
    if (nearest === null || isMore(likeness, nearest.likeness)) nearest = { template, likeness };
  }
  return nearest?.template ?? null;
}

type Likeness = readonly [segments: number, start: number, length: number];

function isMore(a: Likeness, b: Likeness): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at !== -1 && (a[at] ?? 0) > (b[at] ?? 0);
}

function segmentsOf(path: string): readonly string[] {
  return path.toLowerCase().split('/').filter(Boolean);
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
