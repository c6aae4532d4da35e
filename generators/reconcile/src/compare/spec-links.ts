import {
  childPointer,
  type DraftDiagnostic,
  diagnose,
  mangledLinks,
  member,
  rootedAddresses,
  type Spec,
  type SpecOrigin,
  sitedAddresses,
} from '@plumbline/model';

const TEXTS = ['description', 'summary'] as const;
/** Data in a spec, which may hold anything. */
const DATA: ReadonlySet<string> = new Set(['extensions', 'examples', 'default', 'enum', 'const', 'origin']);

/** What is to be said of the links in a spec's own texts. */
export interface SpecLinks {
  /** Those that begin anew in their midst: each once, however many operations share it. */
  readonly mangled: readonly DraftDiagnostic[];
  /** The addresses that name no site. */
  readonly rooted: ReadonlySet<string>;
  /** Those that do. */
  readonly sited: ReadonlySet<string>;
}

export function findSpecLinks({ operations, schemas }: Spec): SpecLinks {
  const mangled: DraftDiagnostic[] = [];
  const rooted = new Set<string>();
  const sited = new Set<string>();
  const seen = new Set<object>();
  const open: object[] = [Object.values(schemas), operations];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    let isLinking = false;
    for (const key in node) {
      const value = (node as { readonly [key: string]: unknown })[key];
      if (typeof value === 'string') isLinking ||= value.includes('://') || value.includes('](/');
      else if (typeof value === 'object' && value !== null && !DATA.has(key)) open.push(value);
    }
    if (!isLinking) continue;
    mangled.push(...mangledIn(node));
    for (const [, text] of textsOf(node)) {
      for (const address of rootedAddresses(text)) rooted.add(address);
      for (const address of sitedAddresses(text)) sited.add(address);
    }
  }
  return { mangled, rooted, sited };
}

function textsOf(node: object): readonly (readonly [string, string])[] {
  return TEXTS.flatMap((key) => {
    const text = member(node, key);
    return typeof text === 'string' ? [[key, text] as const] : [];
  });
}

function mangledIn(node: object): readonly DraftDiagnostic[] {
  const origin = 'origin' in node ? (node.origin as SpecOrigin) : null;
  if (origin === null) return [];
  return textsOf(node).flatMap(([key, text]) => {
    const at = { file: origin.file, pointer: childPointer(origin.pointer, key) };
    return mangledLinks(text).map(({ written, meant }) =>
      diagnose({ code: 'link-mangled', args: { written, meant }, at }),
    );
  });
}
