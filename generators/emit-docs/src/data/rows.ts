import { replaceUnwritable } from '@plumbline/render';
import { methodAnchor } from '../facts/anchors.ts';
import type { Difference, Place } from '../facts/parameter-rows.ts';
import type { RowFacts } from '../facts/row-facts.ts';
import { type Prose, typeText } from '../views/prose.ts';
import type { Nested } from './nested.ts';
import { notesData } from './notes.ts';
import type { DifferingData, MethodLink, RowData, UseData } from './page-data.ts';

/** What a row of a field or a parameter has beyond its three cells. */
export function rowData(
  { schema, items, presence }: Pick<RowFacts, 'schema' | 'items' | 'presence'>,
  nestedOf: Nested['of'],
): RowData {
  const nested = nestedOf(schema);
  return {
    ...(items !== undefined && { items: replaceUnwritable(items) }),
    ...(presence !== undefined && { only: replaceUnwritable(presence) }),
    ...(nested !== undefined && { nested }),
  };
}

export function differingData(differences: readonly Difference[], prose: Prose): readonly DifferingData[] {
  return differences.map(({ methods, type, format, description, notes }) => ({
    methods: methods.map(methodLink),
    type: replaceUnwritable(typeText(type, format)),
    text: prose.rich(description),
    ...notesData(notes),
  }));
}

/** @param methods how many the resource has. */
export function useData(places: readonly Place[], methods: number): UseData | undefined {
  if (places.length === 0) return undefined;
  const users = [...new Set(places.map(({ method }) => method))];
  const kinds = [...new Set(places.flatMap((place) => place.in ?? []))].map(kindText).join(', ');
  const isAll = users.length === methods && methods > 1;
  return { in: kinds, by: isAll ? null : users.map(methodLink) };
}

/** What pages call the default of a server variable stands in examples: nobody is sent there unasked. */
function kindText(kind: string): string {
  return kind === 'server' ? 'the server’s address, which must be given' : kind;
}

function methodLink(method: string): MethodLink {
  const name = replaceUnwritable(method);
  const id = methodAnchor(name);
  return id === name ? name : [name, id];
}
