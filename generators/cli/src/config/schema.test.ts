import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { InferInput } from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Config } from './config.ts';
import { configSchema } from './schema.ts';

const jsonSchema = {
  title: 'The config of Plumbline',
  ...toJsonSchema(configSchema, { target: 'draft-2020-12' }),
};

describe('the schema of the config', () => {
  it('stands as JSON Schema beside the package, for editors (`vitest -u` renews it)', async () => {
    // Short lists on one line, as the formatter has them.
    const text = JSON.stringify(jsonSchema, null, 2).replace(
      /\[\s+("[^[\]{}]*")\s+\]/g,
      (_, items: string) => `[${items.replace(/\s+/g, ' ')}]`,
    );
    await expect(`${text}\n`).toMatchFileSnapshot('../../config.schema.json');
  });

  it('says of each key what the TypeScript interface says', () => {
    const source = readFileSync(join(import.meta.dirname, 'config.ts'), 'utf8');
    const said = descriptionsIn(jsonSchema);
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter((text) => !source.includes(`/** ${text} */`))).toEqual([]);
  });

  it('has the keys and values of the TypeScript interface', () => {
    expectTypeOf<Mutable<Config>>().toExtend<InferInput<typeof configSchema>>();
    expectTypeOf<keyof InferInput<typeof configSchema>>().toEqualTypeOf<keyof Config>();
  });
});

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;

function descriptionsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'description' && typeof value === 'string' ? [value] : descriptionsIn(value),
  );
}
