import { dictionary, type Schema, type Schemas } from '@plumbline/model';
import { expect, it } from 'vitest';
import { MAX_COMPOSITION, tooDeeplyComposed } from './composition-depth.ts';

const origin = { file: 'openapi.yaml', pointer: '' };
const ref = (name: string): Schema => ({ kind: 'ref', name, origin });
const all = (...parts: readonly Schema[]): Schema => ({ kind: 'allOf', parts, origin });
const OBJECT: Schema = { kind: 'any', origin };

/** `s0` is made of `s1`, and so on: so many components. */
function chain(length: number, link: (schema: Schema) => Schema): Schemas {
  const links = Array.from({ length: length - 1 }, (_, i): [string, Schema] => [
    `s${i}`,
    link(ref(`s${i + 1}`)),
  ]);
  return dictionary([...links, [`s${length - 1}`, OBJECT]]);
}

const LINKS: [string, (schema: Schema) => Schema][] = [
  ['references', (schema) => schema],
  ['parts', (schema) => all(OBJECT, schema)],
  ['parts of parts', (schema) => ({ kind: 'anyOf', parts: [all(schema)], origin })],
];

it.each(LINKS)('finds one level too many by %s, in any order of the components', (_name, link) => {
  expect(tooDeeplyComposed(chain(MAX_COMPOSITION, link))).toBeNull();
  const deep = chain(MAX_COMPOSITION + 1, link);
  expect(tooDeeplyComposed(deep)).toBe(deep.s0);
  expect(tooDeeplyComposed(dictionary(Object.entries(deep).reverse()))).toBe(deep.s0);
});

it('counts neither what properties and items are, nor a circle more than once', () => {
  expect(tooDeeplyComposed(chain(2_000, (items) => ({ kind: 'array', items, origin })))).toBeNull();
  expect(
    tooDeeplyComposed(
      dictionary([
        ['a', all(ref('b'), ref('a'))],
        ['b', all(ref('a'))],
      ]),
    ),
  ).toBeNull();
});

it('takes linear time where many ways lead down', () => {
  expect(tooDeeplyComposed(chain(400, (schema) => all(schema, schema, schema)))).toBeNull();
});
