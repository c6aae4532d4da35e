import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOpenApi } from '@plumbline/read-openapi';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { importDocument } from './import-document.ts';

const BOOKS = readFileSync(join(import.meta.dirname, 'fixtures/books.txt'), 'utf8');

function imported(text: string): { readonly yaml: string; readonly codes: readonly string[] } {
  const { kind, text: yaml, diagnostics } = importDocument({ path: 'a.txt', text }, { as: null });
  expect(kind).toBe('reference');
  const spec = readOpenApi([{ path: 'a.yaml', text: yaml }]);
  expect('unreadable' in spec ? spec.unreadable : spec.diagnostics).toEqual([]);
  return { yaml, codes: diagnostics.map(({ code }) => code) };
}

const documentOf = (text: string) => load(imported(text).yaml);
const GET = 'Get a book\n\n';
const OK = 'Responses\n200 Success\n';

describe('an API reference', () => {
  it('becomes a fragment of OpenAPI', async () => {
    const { yaml, codes } = imported(BOOKS);
    await expect(yaml).toMatchFileSnapshot('fixtures/books.yaml');
    expect(codes).toEqual([
      'import-schema-missing',
      'import-security-unclear',
      'import-schema-missing',
      'import-fragment-partial',
    ]);
  });

  it.each([
    [
      'in lower case',
      (text: string) =>
        text.replace(/^[A-Z ]+(?:PARAMETERS|SCHEMA|AUTHORIZATIONS)\b/gm, (title) => title.toLowerCase()),
    ],
    [
      'with other line ends and blanks',
      (text: string) => text.replaceAll('\n', '\r\n').replaceAll(' .. ', '\u00a0..\u00a0'),
    ],
    ['with curly quotes', (text: string) => text.replace(/"([A-Z]+)"/g, '\u201c$1\u201d')],
    ['with the method on the line of the path', (text: string) => text.replace(/^(GET|POST)\n/gm, '$1 ')],
    [
      'with a server before the path',
      (text: string) => text.replace(/^(GET|POST)\n/gm, '$1 https://api.acme.example'),
    ],
    ['with the cells of a row in tabs', (text: string) => text.replace(/^(\w+)\t\n/gm, '$1\t')],
    ['with bullets in its samples', (text: string) => text.replace(/^("\w+": [^{[]*)$/gm, '  • $1')],
    [
      'as HTML',
      (text: string) =>
        `<!doctype html><html><head><title>x</title></head><body>${text
          .split('\n')
          .map((line) =>
            line === ''
              ? '<div>&nbsp;</div>'
              : `<div>${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</div>`,
          )
          .join('')}</body></html>`,
    ],
  ])('is the same %s', (_, other) => {
    expect(documentOf(other(BOOKS))).toMatchObject({ paths: (documentOf(BOOKS) as { paths: object }).paths });
  });

  it('is read where its endpoints stand under the titles', () => {
    const text = `Acme\n\nList books\nget /books\nLists books.\n\n${OK}\nAdd a book\npost /books\n\nResponses\n201 Created\n`;
    expect(documentOf(text)).toMatchObject({
      paths: {
        '/books': {
          get: { summary: 'List books' },
          post: { summary: 'Add a book', responses: { 201: { description: 'Created' } } },
        },
      },
    });
  });

  it('is read where the cells of its rows are run together', () => {
    const text = `${GET}path Parameters\nbookIdrequiredstringid of a book\nquery Parameters\nlimitinteger <int32> [ 1 .. 200 ]Default: 20How many\nstatestringEnum: "ON" "OFF"Its state\n${OK}\nget/books/{bookId}`;
    expect(documentOf(text)).toMatchObject({
      paths: {
        '/books/{bookId}': {
          get: {
            parameters: [
              {
                name: 'bookId',
                in: 'path',
                required: true,
                description: 'id of a book',
                schema: { type: 'string' },
              },
              {
                name: 'limit',
                in: 'query',
                description: 'How many',
                schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 200, default: 20 },
              },
              {
                name: 'state',
                in: 'query',
                description: 'Its state',
                schema: { type: 'string', enum: ['ON', 'OFF'] },
              },
            ],
          },
        },
      },
    });
  });

  it('makes nothing up', () => {
    const { yaml, codes } = imported(`${GET}Authorizations: apiToken\n${OK}\nget/books/{bookId}`);
    expect(load(yaml)).toEqual({
      openapi: '3.1.0',
      info: {},
      paths: {
        '/books/{bookId}': {
          get: {
            summary: 'Get a book',
            parameters: [{ name: 'bookId', in: 'path', required: true, schema: {} }],
            responses: { 200: { description: 'Success' } },
          },
        },
      },
    });
    expect(codes).toEqual([
      'import-path-param-undescribed',
      'import-schema-missing',
      'import-security-unclear',
      'import-fragment-partial',
    ]);
  });
});
