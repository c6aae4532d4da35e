import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOpenApi } from './read-openapi.ts';
import { bare, findings, readFiles } from './testing.ts';

describe('a whole document of 3.1, in JSON', () => {
  const file = {
    path: 'tracker.json',
    text: readFileSync(join(import.meta.dirname, '../fixtures/tracker.json'), 'utf8'),
  };
  const spec = readFiles([file]);

  test('has nothing to report', () => {
    expect(findings([file])).toEqual([]);
  });

  test('its head', () => {
    expect(spec).toMatchObject({
      title: 'Tracker',
      description: 'Issues of projects.',
      version: '2.4.0',
      openapi: '3.1.0',
      tags: [{ name: 'issues', description: 'What is to be done.' }],
      servers: [{ url: 'https://api.tracker.example' }],
      securitySchemes: [],
      files: ['tracker.json'],
    });
  });

  test('its operation; webhooks are none', () => {
    expect(spec.operations).toHaveLength(1);
    expect(bare(spec.operations[0])).toMatchObject({
      key: 'GET /projects/{project}/issues',
      operationId: 'issues/list',
      parameters: [
        { name: 'project', level: 'path-item', required: true },
        { name: 'labels', level: 'operation', explode: false, schema: { kind: 'array' } },
        { name: 'page', schema: { kind: 'integer', default: 1 } },
        { name: 'per_page', schema: { exclusiveMaximum: 101 } },
      ],
      responses: [
        {
          status: '200',
          headers: [{ name: 'Link' }],
          contents: [
            { examples: [{ name: 'default', value: [{ id: 1, title: 'Mend the roof', assignee: null }] }] },
          ],
        },
        { status: '404', description: 'No such project' },
      ],
      pagination: { kind: 'link', items: null, limitParam: 'per_page' },
      extensions: { 'x-tracker': { preview: false } },
    });
  });

  test('its schemas', () => {
    const string = { kind: 'string' };
    expect(bare(spec.schemas)).toEqual({
      'basic-error': { kind: 'object', properties: [{ name: 'message', required: false, schema: string }] },
      user: { kind: 'object', properties: [{ name: 'login', required: true, schema: string }] },
      'nullable-user': {
        kind: 'object',
        nullable: true,
        properties: [{ name: 'login', required: false, schema: { kind: 'string', nullable: true } }],
      },
      issue: {
        kind: 'object',
        properties: [
          { name: 'id', required: true, schema: { kind: 'integer', format: 'int64', readOnly: true } },
          { name: 'title', required: true, schema: { kind: 'string', examples: ['Mend the roof'] } },
          { name: 'assignee', required: false, schema: { kind: 'ref', name: 'user', nullable: true } },
          {
            name: 'labels',
            required: false,
            schema: {
              kind: 'array',
              items: { kind: 'oneOf', parts: [string, { kind: 'ref', name: 'issue.author' }] },
            },
          },
          {
            name: 'author',
            required: false,
            schema: { kind: 'ref', name: 'user', description: 'Who wrote it.' },
          },
          { name: 'kind', required: false, schema: { kind: 'string', const: 'issue' } },
        ],
      },
      'issue.author': { kind: 'ref', name: 'user', description: 'Who wrote it.' },
    });
  });

  test('its document is the parsed file', () => {
    expect(spec.document).toEqual(JSON.parse(file.text));
  });
});

describe('a text on disk', () => {
  const body = 'openapi: 3.0.3\ninfo: { title: T, version: 1.0 }\npaths: { /a: { get: {} } }\n';

  test.each<[string, string]>([
    ['as people write it', body],
    ['with a byte order mark', `\uFEFF${body}`],
    ['with carriage returns', body.replaceAll('\n', '\r\n')],
    ['with a byte order mark and carriage returns', `\uFEFF${body.replaceAll('\n', '\r\n')}`],
  ])('%s has the same places', (_name, text) => {
    expect(findings([{ path: 'a.yaml', text }])).toEqual([
      'a.yaml:3:16 warning responses-missing: `GET /a` declares no response.',
    ]);
  });

  test('may leave versions without quotes', () => {
    const spec = readFiles([{ path: 'a.yaml', text: 'openapi: 3.1\ninfo: { title: T, version: 1.5 }\n' }]);
    expect(spec).toMatchObject({ openapi: '3.1', version: '1.5', operations: [] });
  });

  test.each<[string, string, string]>([
    ['Swagger 1.2', "swagger: '1.2'", 'spec-version-unsupported'],
    ['OpenAPI 3.3', 'openapi: 3.3.0', 'spec-version-unsupported'],
    ['OpenAPI 3.10', 'openapi: 3.10.0', 'spec-version-unsupported'],
    ['a version that is none', 'openapi: [3]', 'spec-not-openapi'],
    ['a list', '- openapi: 3.1.0', 'spec-not-openapi'],
    ['a text', 'openapi', 'spec-not-openapi'],
    ['blanks', ' \n', 'spec-empty'],
    ['JSON that was cut off', '{"openapi": "3.1.0", "paths": {"/a', 'spec-syntax'],
  ])('that is %s is not read', (_name, text, code) => {
    const answer = readOpenApi([{ path: 'a.yaml', text }]);
    expect(answer).toMatchObject({
      unreadable: [{ code, severity: 'error', source: { file: 'a.yaml', line: 1 } }],
    });
  });
});

test('an answer of a status that has no content has none, whatever the document says', () => {
  const content = { 'application/json': { schema: { type: 'object' } } };
  const responses = Object.fromEntries(
    ['200', '204', '304'].map((status) => [status, { description: '', content }]),
  );
  const paths = { '/things': { get: { responses } } };
  const text = JSON.stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths });
  const { operations } = readFiles([{ path: 'things.json', text }]);
  expect(operations[0]?.responses.map(({ status, contents }) => [status, contents.length])).toEqual([
    ['200', 1],
    ['204', 0],
    ['304', 0],
  ]);
});
