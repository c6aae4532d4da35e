import { childPointer, type JsonObject, type JsonValue, member } from '@plumbline/model';
import { childrenOf, partsOf } from './document.ts';
import type { JsonEdit } from './json-edit.ts';
import type { SpecDocument, SpecOperator } from './spec-fault.ts';

export const COMPONENT_OPERATORS: readonly SpecOperator[] = [renamed];

/** The name of a component is nowhere sent: nothing that is called or answered changes. */
function renamed({ root }: SpecDocument) {
  return childrenOf(root, '/components/schemas').map(({ pointer }) => {
    const name = pointer.split('/').at(-1) ?? '';
    const references = [...partsOf(root)].flatMap(({ pointer: at, object }): JsonEdit[] => [
      ...(member(object, '$ref') === `#${pointer}`
        ? [{ do: 'set' as const, pointer: childPointer(at, '$ref'), value: `#${pointer}X` }]
        : []),
      ...mappingEdits(at, object, pointer),
    ]);
    return {
      operator: 'component-renamed',
      pointer,
      what: `the schema \`${name}\` becomes \`${name}X\`, wherever it is referred to`,
      edits: [...references, { do: 'rename' as const, pointer, to: `${name}X` }],
      equivalent: 'The name of a component is nowhere sent, and its references follow it.',
    };
  });
}

function mappingEdits(at: string, object: JsonObject, pointer: string): readonly JsonEdit[] {
  const mapping = member(member(object, 'discriminator'), 'mapping');
  return Object.entries((mapping as { readonly [key: string]: JsonValue } | undefined) ?? {}).flatMap(
    ([key, target]) =>
      target === `#${pointer}`
        ? [
            {
              do: 'set' as const,
              pointer: childPointer(`${at}/discriminator/mapping`, key),
              value: `#${pointer}X`,
            },
          ]
        : [],
  );
}
