import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diff } from './change.ts';
import { diffModels } from './diff-models.ts';
import type { RuleId } from './rules/rules.ts';
import { side } from './testing/side.ts';

const name = fc.constantFrom('id', 'title', 'constructor', '__proto__', 'a/b~c', '${x}', 'long name');
const scalar = fc.record({
  type: fc.constantFrom('string', 'integer', 'boolean'),
  description: fc.constantFrom('', 'a'),
});
const component = fc
  .constantFrom('A', 'B', 'constructor')
  .map((key) => ({ $ref: `#/components/schemas/${key}` }));
/** Of an object: the values of a field, each of which stands for a component. */
const discriminator = fc.record({
  propertyName: name,
  mapping: fc
    .uniqueArray(fc.tuple(name, component), { selector: ([value]) => value, maxLength: 3 })
    .map((entries) => ownEntries(entries.map(([value, { $ref }]) => [value, $ref]))),
});

/** Schemas that refer to components, which may so contain themselves. */
const { schema } = fc.letrec((tie) => ({
  schema: fc.oneof({ maxDepth: 3 }, scalar, component, tie('object'), tie('array'), tie('composite')),
  object: fc.record({
    type: fc.constant('object'),
    properties: fc
      .uniqueArray(fc.tuple(name, tie('schema')), { selector: ([key]) => key, maxLength: 3 })
      .map(ownEntries),
    required: fc.subarray(['id', 'title']),
    discriminator,
  }),
  array: fc.record({ type: fc.constant('array'), items: tie('schema') }),
  composite: fc
    .tuple(
      fc.constantFrom('allOf', 'oneOf', 'anyOf'),
      fc.array(tie('schema'), { minLength: 1, maxLength: 3 }),
    )
    .map(([key, parts]) => ({ [key]: parts })),
}));

const operation = fc.record({
  body: schema,
  answer: schema,
  parameters: fc.uniqueArray(name, { maxLength: 3 }),
});
const spec = fc
  .record({
    operations: fc.uniqueArray(fc.tuple(fc.constantFrom('/a', '/b', '/c/{id}'), operation), {
      selector: ([path]) => path,
      maxLength: 3,
    }),
    components: fc.record({ A: schema, B: schema, constructor: schema }),
  })
  .map(({ operations, components }) =>
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Things', version: '1' },
      paths: ownEntries(
        operations.map(([path, { body, answer, parameters }]) => [
          path,
          {
            post: {
              parameters: parameters.map((one) => ({ name: one, in: 'query', schema: { type: 'string' } })),
              requestBody: { content: { 'application/json': { schema: body } } },
              responses: { 200: { description: 'ok', content: { 'application/json': { schema: answer } } } },
            },
          },
        ]),
      ),
      components: { schemas: components },
    }),
  );

function ownEntries(entries: readonly (readonly [string, unknown])[]): object {
  const made = {};
  for (const [key, value] of entries)
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  return made;
}

/** Rules that become one another when the two states change places. */
const MIRRORS: readonly (readonly [RuleId, RuleId])[] = [
  ['operation-added', 'operation-removed'],
  ['parameter-added-optional', 'parameter-removed'],
  ['response-field-added', 'response-field-removed'],
  ['response-variant-added', 'response-variant-removed'],
  ['response-field-became-required', 'response-field-became-optional'],
  ['value-description-changed', 'value-description-changed'],
];

/** Where changes of a rule are felt. */
function reached({ changes }: Diff, wanted: RuleId): readonly string[] {
  const uses = changes.filter(({ rule }) => rule === wanted).flatMap((change) => change.uses);
  return [...new Set(uses.map(({ operation, where }) => `${operation} ${where}`))].sort();
}

describe('any two specs', () => {
  it('differ in nothing from themselves', () => {
    fc.assert(
      fc.property(spec, (text) => {
        expect(diffModels(side(text), side(text)).changes).toEqual([]);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('lose on the way there what they win on the way back', () => {
    fc.assert(
      fc.property(spec, spec, (one, other) => {
        const there = diffModels(side(one), side(other));
        const back = diffModels(side(other), side(one));
        for (const [added, removed] of MIRRORS) {
          expect([added, ...reached(there, added)]).toEqual([added, ...reached(back, removed)]);
          expect([removed, ...reached(there, removed)]).toEqual([removed, ...reached(back, added)]);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});
