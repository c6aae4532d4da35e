import { describe, expect, test } from 'vitest';
import { createSchemaReader } from '../schema-reader.ts';
import { reconcileLibrary } from '../testing/library.ts';
import { memberSteps, readJsonPath, walkSchema } from './json-path.ts';

const ITEMS = 'items';

describe('a JSONPath', () => {
  test.each<[string, { given: string; want: readonly string[] | null }]>([
    ['the whole', { given: '$', want: [] }],
    ['a member', { given: '$.items', want: ['.items'] }],
    ['a member of a member', { given: '$.data.items', want: ['.data', '.items'] }],
    ['all items of the whole', { given: '$[*]', want: [ITEMS] }],
    ['all items of a member', { given: '$.value[*]', want: ['.value', ITEMS] }],
    ['a member in brackets', { given: `$['odata.value']["x"]`, want: ['.odata.value', '.x'] }],
    ['no `$`, as older providers write it', { given: 'items', want: ['.items'] }],
    ['names with signs', { given: '$.@odata-x', want: ['.@odata-x'] }],
    ['an index', { given: '$.items[0]', want: null }],
    ['a filter', { given: '$.items[?(@.a)]', want: null }],
    ['descendants', { given: '$..items', want: null }],
    ['an XPath', { given: '/*/Items/Item', want: null }],
  ])('%s', (_name, { given, want }) => {
    const steps = readJsonPath(given);
    expect(steps?.map((step) => (step === ITEMS ? step : `.${step.name}`)) ?? null).toEqual(want);
  });

  test.each<[string, { given: string; want: readonly string[] }]>([
    ['members', { given: '$.data.items', want: ['data', 'items'] }],
    ['with the items at the end', { given: '$.data[*]', want: ['data'] }],
    ['none through a list', { given: '$.data[*].items', want: [] }],
    ['none of what is no plain path', { given: '$..items', want: [] }],
  ])('leads by members alone: %s', (_name, { given, want }) => {
    expect(memberSteps(given).map(({ name }) => name)).toEqual(want);
  });
});

describe('a path in a schema', () => {
  const { model } = reconcileLibrary({
    spec: [
      [
        'components:\n  schemas:\n',
        `components:
  schemas:
    Page: { type: object, properties: { items: { type: array, items: { $ref: '#/components/schemas/Book' } }, free: { type: object }, map: { type: object, properties: { a: { type: string } }, additionalProperties: true }, any: { properties: {}, oneOf: [{ $ref: '#/components/schemas/Book' }, {}] } } }
`,
      ],
    ],
  });
  const reader = createSchemaReader(model.schemas);

  test.each<[string, { given: string; want: string }]>([
    ['a member', { given: '$.items', want: 'found' }],
    ['a member of the items', { given: '$.items[*].title', want: 'found' }],
    ['no member', { given: '$.books', want: 'missing books' }],
    ['no member of the items', { given: '$.items[*].isbn', want: 'missing isbn' }],
    ['a member of a list', { given: '$.items.title', want: 'unknown' }],
    ['the items of an object', { given: '$[*]', want: 'unknown' }],
    ['a member of an object that names none', { given: '$.free.books', want: 'unknown' }],
    ['a member of an object that may have others', { given: '$.map.books', want: 'unknown' }],
    ['a member of what may be anything', { given: '$.any.books', want: 'unknown' }],
  ])('%s', (_name, { given, want }) => {
    const { Page } = model.schemas;
    const steps = readJsonPath(given);
    if (Page === undefined || steps === null) throw new Error(given);
    const walked = walkSchema(Page, steps, reader);
    expect(walked.kind === 'missing' ? `missing ${walked.name}` : walked.kind).toBe(want);
  });
});
