import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { yamlString } from './yaml.ts';

describe('yamlString', () => {
  it('gives back any string, on one line', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.constantFrom('"', "'", '\n', ':', '#', '\u2028', '\u0085', '\ufeff', '\u202e', '\\'),
            fc.string(),
          ),
        }),
        (value) => {
          expect(yamlString(value)).not.toMatch(/[\n\u2028\u202e]/);
          expect(load(yamlString(value))).toBe(value);
        },
      ),
    );
  });
});
