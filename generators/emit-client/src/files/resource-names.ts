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
  /** The type of an item of its pages, where it needs a name. */
  readonly item: Ts | null;
  /** The type of its outcomes. */
  readonly result: Ts;
}

const SUFFIXES = ['Params', 'Data', 'Item', 'Result'];

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
    return [method.clientName, ...SUFFIXES.map((suffix) => `${pascal}${suffix}`)];
  });
  const all = [`${pascalName(name)}Resource`, ...wished].map(tsIdentifier);
  const [resource, ...names] = uniqueNames(all, { taken: imported }).map(tsIdentifier);
  const nameAt = (at: number): Ts => names[at] ?? tsIdentifier('_');
  return {
    resource: resource ?? tsIdentifier('_'),
    methods: methods.map(({ members, data, item }, i) => {
      const at = i * (SUFFIXES.length + 1);
      return {
        local: nameAt(at),
        params: members.length === 0 ? null : nameAt(at + 1),
        data: isShort(textOf(data)) ? null : nameAt(at + 2),
        item: item === null || isShort(textOf(item)) ? null : nameAt(at + 3),
        result: nameAt(at + 4),
      };
    }),
  };
}
