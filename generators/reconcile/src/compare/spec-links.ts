import {
  childPointer,
  type DraftDiagnostic,
  diagnose,
  mangledLinks,
  member,
  type Spec,
  type SpecOrigin,
} from '@plumbline/model';

const TEXTS = ['description', 'summary'] as const;
/** Data in a spec, which may hold anything. */
const DATA: ReadonlySet<string> = new Set(['extensions', 'examples', 'default', 'enum', 'const', 'origin']);

/** Links in the spec's own texts that begin anew in their midst: each once, however many operations share it. */
export function findMangledLinks({ operations, schemas }: Spec): readonly DraftDiagnostic[] {
  const findings: DraftDiagnostic[] = [];
  const seen = new Set<object>();
  const open: object[] = [Object.values(schemas), operations];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    let isLinking = false;
    for (const key in node) {
      const value = (node as { readonly [key: string]: unknown })[key];
      if (typeof value === 'string') isLinking ||= value.includes('://');
      else if (typeof value === 'object' && value !== null && !DATA.has(key)) open.push(value);
    }
    if (isLinking) findings.push(...linksOf(node));
  }
  return findings;
}

function linksOf(node: object): readonly DraftDiagnostic[] {
  const origin = 'origin' in node ? (node.origin as SpecOrigin) : null;
  if (origin === null) return [];
  return TEXTS.flatMap((key) => {
    const text = member(node, key);
    if (typeof text !== 'string') return [];
    const at = { file: origin.file, pointer: childPointer(origin.pointer, key) };
    return mangledLinks(text).map(({ written, meant }) =>
      diagnose({ code: 'link-mangled', args: { written, meant }, at }),
    );
  });
}
