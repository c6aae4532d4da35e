import { describe, expect, it } from 'vitest';
import { dictionary } from './dictionary.ts';
import { resolveSchema } from './resolve-schema.ts';
import type { Schema } from './spec/schema.ts';
import { ref, text } from './testing/schemas.ts';

describe('a schema behind references', () => {
  const schemas = dictionary<Schema>([
    ['Name', { ...ref('Text'), description: 'A name.' }],
    ['Text', text({ description: 'A text.', format: 'email' })],
    ['Loop', ref('Loop')],
  ]);

  it.each<[string, { given: Schema; want: Schema }]>([
    ['is itself where it is none', { given: text(), want: text() }],
    [
      'has the siblings of each reference laid over it',
      {
        given: { ...ref('Name'), deprecated: true },
        want: text({ description: 'A name.', format: 'email', deprecated: true }),
      },
    ],
    ['is the last reference where that leads nowhere', { given: ref('Nobody'), want: ref('Nobody') }],
    ['is a reference where they go in a circle', { given: ref('Loop'), want: ref('Loop') }],
  ])('%s', (_name, { given, want }) => {
    expect(resolveSchema(given, schemas)).toEqual(want);
  });
});
