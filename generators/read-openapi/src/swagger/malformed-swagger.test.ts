import { describe, expect, test } from 'vitest';
import { findings, OK } from '../testing.ts';

const HEAD = "swagger: '2.0'\ninfo: { title: T, version: '1' }\n";

describe('what is wrong in a document of Swagger 2.0', () => {
  test.each<[string, { given: string; want: readonly string[] }]>([
    [
      'a parameter without a place is left out',
      {
        given: `paths: { /a: { get: { parameters: [{ name: x }, null], ${OK} } } }`,
        want: [
          '3:36 error spec-malformed: `parameter` must be a parameter with a name and a place, and is a mapping.',
          '3:49 error spec-malformed: `parameter` must be a parameter with a name and a place, and is nothing.',
        ],
      },
    ],
    [
      'a body without a schema may be anything',
      {
        given: `paths: { /a: { put: { parameters: [{ name: x, in: body }], ${OK} } } }`,
        want: ['3:36 error spec-malformed: `schema` must be a schema, and is nothing.'],
      },
    ],
    [
      'a field of a form without a name is left out',
      {
        given: `paths: { /a: { put: { parameters: [{ name: {}, in: formData }, { $ref: '#/parameters/F' }], ${OK} } } }\nparameters: { F: { in: formData, type: string } }`,
        want: [
          '3:36 error spec-malformed: `parameter` must be a parameter with a name and a place, and is a mapping.',
          '3:64 error spec-malformed: `parameter` must be a parameter with a name and a place, and is a mapping.',
          '4:15 error spec-malformed: `F` must be a parameter with a name and a place, and is a mapping.',
        ],
      },
    ],
    [
      'operations, responses and media types of the wrong kind are left out',
      {
        given: `produces: ['__proto__']\npaths: { /a: { get: [], put: { responses: { 200: 1 } } }, /b: null }`,
        want: [
          '3:1 error spec-malformed: `produces` must be a list of media types, and is a sequence.',
          '4:16 error spec-malformed: `operation` must be a mapping, and is a sequence.',
          '4:25 warning responses-missing: `PUT /a` declares no response.',
          '4:45 error spec-malformed: `response` must be a mapping, and is a number.',
          '4:59 error spec-malformed: `/b` must be a mapping, and is nothing.',
        ],
      },
    ],
    [
      'parts of the server of the wrong kind are left out',
      {
        given: `host: [a.test]\nbasePath: {}\nschemes: https\npaths: {}`,
        want: [
          '3:1 error spec-malformed: `host` must be a string, and is a sequence.',
          '4:1 error spec-malformed: `basePath` must be a string, and is a mapping.',
          '5:1 error spec-malformed: `schemes` must be a list of strings, and is a string.',
        ],
      },
    ],
    [
      'a reference to nothing is reported where it stands',
      {
        given: `paths: {}\ndefinitions:\n  A: { properties: { b: { $ref: '#/definitions/B' } } }`,
        want: ['5:27 error ref-unresolved: `#/definitions/B` points at nothing.'],
      },
    ],
    [
      'what the upgrade adds to an example has no power over others',
      {
        given: `paths: { /a: { get: { responses: { 200: { description: D, examples: { __proto__: { type: x } } } } } } }`,
        want: [],
      },
    ],
  ])('%s', (_name, { given, want }) => {
    const lines = findings([{ path: 'a.yaml', text: HEAD + given }]);
    expect(lines).toEqual(want.map((line) => `a.yaml:${line}`));
    expect(({} as { example?: unknown }).example).toBeUndefined();
  });
});
