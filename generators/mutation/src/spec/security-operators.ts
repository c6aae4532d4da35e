import { childPointer, member } from '@plumbline/model';
import { childrenOf } from './document.ts';
import type { SpecDocument, SpecOperator } from './spec-fault.ts';

/** Faults of credentials. */
export const SECURITY_OPERATORS: readonly SpecOperator[] = [none, alternativeDropped, scheme, scopes];

function none({ operations, root }: SpecDocument) {
  return operations.flatMap(({ pointer, object, key }) => {
    const own = member(object, 'security') ?? member(root, 'security');
    if (!Array.isArray(own) || own.length === 0) return [];
    return {
      operator: 'security-removed',
      pointer,
      what: `${key} needs no credentials`,
      edits: [{ do: 'set' as const, pointer: childPointer(pointer, 'security'), value: [] }],
    };
  });
}

function alternativeDropped({ operations }: SpecDocument) {
  return operations.flatMap(({ pointer, object, key }) => {
    const own = member(object, 'security');
    if (!Array.isArray(own) || own.length < 2) return [];
    return own.map((alternative, i) => ({
      operator: 'security-alternative-dropped',
      pointer: childPointer(pointer, 'security'),
      what: `${key} no longer takes \`${Object.keys(alternative ?? {}).join(' and ')}\``,
      edits: [{ do: 'remove' as const, pointer: `${pointer}/security/${i}` }],
    }));
  });
}

/** What bears the secret is another header, or another way to write it. */
function scheme({ root }: SpecDocument) {
  return childrenOf(root, '/components/securitySchemes').flatMap(({ pointer, object }) => {
    const name = pointer.split('/').at(-1);
    const type = member(object, 'type');
    const changes: { readonly [key: string]: readonly [string, string] } = {
      apiKey: ['name', `${member(object, 'name')}-X`],
      http: ['scheme', member(object, 'scheme') === 'basic' ? 'bearer' : 'basic'],
      oauth2: ['type', 'apiKey'],
    };
    const [key, value] = Object.hasOwn(changes, String(type)) ? (changes[String(type)] ?? []) : [];
    if (key === undefined || value === undefined) return [];
    const edits =
      type === 'oauth2'
        ? [{ do: 'set' as const, pointer, value: { type: 'apiKey', in: 'header', name: 'X-Token' } }]
        : [{ do: 'set' as const, pointer: childPointer(pointer, key), value }];
    return {
      operator: 'security-scheme-changed',
      pointer,
      what: `the scheme \`${name}\` has another \`${key}\`: \`${type === 'oauth2' ? 'apiKey X-Token' : value}\``,
      edits,
    };
  });
}

function scopes({ operations }: SpecDocument) {
  return operations.flatMap(({ pointer, object, key }) => {
    const own = member(object, 'security');
    return (Array.isArray(own) ? own : []).flatMap((alternative, i) =>
      Object.entries(alternative ?? {}).flatMap(([name, list]) =>
        Array.isArray(list) && list.length > 0
          ? {
              operator: 'scope-changed',
              pointer: `${pointer}/security/${i}`,
              what: `${key} needs the scope \`${list[0]}X\``,
              edits: [
                {
                  do: 'set' as const,
                  pointer: childPointer(`${pointer}/security/${i}`, name),
                  value: [`${list[0]}X`, ...list.slice(1)],
                },
              ],
            }
          : [],
      ),
    );
  });
}
