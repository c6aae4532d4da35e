import { pascalName, type Resource, uniqueNames } from '@plumbline/model';
import { type Encoded, tsIdentifier } from '@plumbline/render';
import type { PrintedMethod } from '../methods/printed-method.ts';
import { textOf } from '../types/type-text.ts';

type Ts = Encoded<'ts'>;

/** The names that a resource's module declares. */
export interface ResourceNames {
  readonly resource: Ts;
  readonly methods: readonly MethodNames[];
}

export interface MethodNames {
  readonly local: Ts;
  /** The type of its parameters; null: it has none. */
  readonly params: Ts | null;
  /** The type of what it resolves to, where it needs a name. */
  readonly data: Ts | null;
}

/** A type that is not is given a name. */
const isShort = (text: string): boolean => text.length <= 60 && !text.includes('\n');

/** Names that keep out of the way of each other and of the imported ones. */
export function nameResource(
  { name }: Resource,
  methods: readonly PrintedMethod[],
  imported: readonly string[],
): ResourceNames {
  const wished = methods.flatMap(({ bound: { method } }) => {
    const pascal = pascalName(method.clientName);
    return [method.clientName, `${pascal}Params`, `${pascal}Data`];
  });
  const all = [`${pascalName(name)}Resource`, ...wished].map(tsIdentifier);
  const [resource, ...names] = uniqueNames(all, { taken: imported }).map(tsIdentifier);
  const nameAt = (at: number): Ts => names[at] ?? tsIdentifier('_');
  return {
    resource: resource ?? tsIdentifier('_'),
    methods: methods.map(({ members, data }, i) => ({
      local: nameAt(3 * i),
      params: members.length === 0 ? null : nameAt(3 * i + 1),
      data: isShort(textOf(data)) ? null : nameAt(3 * i + 2),
    })),
  };
}
