import { byCodeUnit, pascalName, type Schemas, uniqueNames } from '@plumbline/model';
import { type Encoded, isIdentifierName, tsIdentifier } from '@plumbline/render';
import type { Side } from './side.ts';

type Ts = Encoded<'ts'>;

/** The names that the types of a component have. */
export interface TypeNames {
  readonly name: Ts;
  /** Of the own fields of a polymorphic base. */
  readonly commonName: Ts;
  /** The name that the component gives, where it is taken; else null. */
  readonly taken: string | null;
}

/** Names that emitted files take from elsewhere. */
const TAKEN = [
  'AsyncIterable',
  'BinaryBody',
  'Blob',
  'Call',
  'ClientCore',
  'Failure',
  'FormData',
  'NoParams',
  'PagedCall',
  'RequestOptions',
  'ServerSentEvent',
  'Success',
  'URLSearchParams',
];

const isCapital = (name: string): boolean => /^\p{Lu}/u.test(name);

/** `_2e` and names of scripts without capitals are names of methods too, and a module exports both. */
function capitalName(component: string): string {
  const name = pascalName(component);
  return isCapital(name) ? name : `Type${name}`;
}

const SUFFIXES = ['', 'Input', 'Common', 'InputCommon'] as const;

/**
 * Names the types of all components: a component keeps its name where that is an identifier with a capital, else has
 * it in camel case with one. `Input` marks the side of requests. Names do not depend on the order of the document.
 */
export function nameTypes(schemas: Schemas): (component: string, side: Side) => TypeNames {
  const components = Object.keys(schemas).sort(byCodeUnit);
  const plain = components.map((name) =>
    tsIdentifier(isIdentifierName(name) && isCapital(name) ? name : capitalName(name)),
  );
  const wished = SUFFIXES.flatMap((suffix) => plain.map((name) => `${name}${suffix}`));
  const unique = uniqueNames(wished, { taken: TAKEN });
  const rows = new Map(components.map((name, i) => [name, i]));
  return (component, side) => {
    const at = (suffix: (typeof SUFFIXES)[number]): number =>
      SUFFIXES.indexOf(suffix) * components.length + (rows.get(component) ?? -1);
    const own = at(side === 'request' ? 'Input' : '');
    const name = unique[own] ?? '';
    return {
      name: tsIdentifier(name),
      commonName: tsIdentifier(unique[at(side === 'request' ? 'InputCommon' : 'Common')] ?? ''),
      taken: wished[own] === name ? null : (wished[own] ?? null),
    };
  };
}
