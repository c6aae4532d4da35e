import { describe, expect, it } from 'vitest';
import { STAGES } from '../pipeline/stages.ts';
import { runCommand } from '../testing/run-command.ts';
import { FAKE_STAGES } from '../testing/stages.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

/** What is emitted does not matter here. */
const READING = { ...STAGES, loadEmit: FAKE_STAGES.loadEmit };

const SPEC = {
  openapi: '3.0.3',
  info: { title: 'Acme', version: '1' },
  paths: {
    '/books/{bookId}': {
      get: {
        operationId: 'getBook',
        tags: ['library'],
        parameters: [{ name: 'bookId', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: {
            description: 'A book.',
            content: {
              'application/json': { schema: { type: 'object', properties: { id: { type: 'string' } } } },
            },
          },
        },
      },
    },
  },
};

/** A page whose only method lacks the path parameter. */
const page = (top: string, row: string) => `${top}# books

## Overview
<table><tr><td><b>Id</b></td><td><CopyableCode code="acme.library.books" /></td></tr></table>

## Fields
| Name | Datatype | Description |
|:--|:--|:--|
| <CopyableCode code="id" /> | \`string\` | |

## Methods
| Name | Accessible by | Required Params |
|:--|:--|:--|
| <CopyableCode code="get_book" /> | \`SELECT\` | ${row} |
`;

const config = (ignore: string, settings: string) => `export default {
  provider: 'acme',
  spec: ['./openapi.json'],
  pages: ['./books.md'],
  ignore: [
    ${ignore}
  ],
  client: { package: 'acme-client', dir: './client' },
  ${settings}
};
`;

/** What `drift` finds of a page and a config: `file:line:column code`. */
async function findings({ top = '', row = '', ignore = '', settings = '', line = 'drift' }) {
  const folder = temporaryFolder({
    'openapi.json': JSON.stringify(SPEC),
    'books.md': page(top, row),
    'plumbline.config.ts': config(ignore, settings),
  });
  const { stdout } = await runCommand(folder, `${line} --reporter json --quiet`, READING);
  const { diagnostics, summary } = JSON.parse(stdout);
  const codes: string[] = diagnostics.map(
    ({ code, source }: { code: string; source: { file: string; line: number; column: number } }) =>
      `${source.file}:${source.line}:${source.column} ${code}`,
  );
  return {
    codes: codes.filter((text) => !text.includes('signature-')),
    silenced: summary.silenced,
    diagnostics,
  };
}

describe('what silences findings', () => {
  it('is not needed where nothing is to be silenced', async () => {
    expect((await findings({})).codes).toEqual(['books.md:14:3 param-missing-from-page']);
  });

  const silent: [string, Parameters<typeof findings>[0]][] = [
    ['a comment in the row', { row: '<!-- plumbline-ignore param-missing-from-page: known -->' }],
    ['a comment of MDX in the row', { row: '{/* plumbline-ignore param-missing-*: known */}' }],
    ['a comment for the page', { top: '<!-- plumbline-ignore-page param-missing-from-page: known -->\n' }],
    [
      'an entry of the config',
      { ignore: "{ code: 'param-missing-from-page', resource: 'acme.*', name: 'bookId', reason: 'known' }," },
    ],
    [
      'an entry for an operation',
      {
        ignore:
          "{ code: 'param-missing-from-page', operation: 'GET /books/{bookId}', method: 'get_book', reason: 'known' },",
      },
    ],
  ];
  it.each(silent)('may be %s', async (_, given) => {
    const { codes, silenced } = await findings(given);
    expect(codes).toEqual([]);
    expect(silenced).toBe(1);
  });

  const wrong: [string, Parameters<typeof findings>[0], readonly string[]][] = [
    [
      'a comment that silences nothing',
      { top: '<!-- plumbline-ignore-page row-duplicate: known -->\n' },
      ['books.md:1:28 ignore-unused'],
    ],
    [
      'a comment before something else',
      { top: '<!-- plumbline-ignore param-missing-from-page: known -->\n\nText.\n\n' },
      ['books.md:1:23 ignore-unused'],
    ],
    [
      'a comment for an unknown code',
      { top: '<!-- plumbline-ignore-page row-duplicat: known -->\n' },
      ['books.md:1:28 ignore-code-unknown'],
    ],
    [
      'a comment without a reason',
      { row: '<!-- plumbline-ignore param-missing-from-page -->' },
      ['books.md:14:54 ignore-comment-invalid'],
    ],
    [
      'an entry that silences nothing',
      { ignore: "{ code: 'row-duplicate', reason: 'known' }," },
      ['plumbline.config.ts:6:5 ignore-unused'],
    ],
    [
      'an entry for the wrong operation',
      { ignore: "{ code: 'param-missing-from-page', operation: 'GET /books', reason: 'known' }," },
      ['plumbline.config.ts:6:5 ignore-unused'],
    ],
  ];
  it.each(wrong)('is told where it is %s', async (_, given, want) => {
    const { codes } = await findings(given);
    expect(codes.filter((code) => code.includes(' ignore-'))).toEqual(want);
    expect(codes.filter((code) => code.endsWith(' param-missing-from-page'))).toHaveLength(1);
  });

  it('tells which code an unknown one may stand for', async () => {
    const { diagnostics } = await findings({
      top: '<!-- plumbline-ignore-page row-duplicat: known -->\n',
    });
    expect(diagnostics[0]).toMatchObject({ hint: 'Did you mean `row-duplicate`?' });
  });

  const ignore =
    "{ code: 'type-name-collision', reason: 'known' }, { code: '*-collision', reason: 'known' },";
  it.each([
    ['drift', 0],
    ['generate --dry-run', 2],
    ['generate --dry-run --only docs', 0],
  ])('is unused only where the run could have found something: `%s`', async (line, want) => {
    const { codes } = await findings({ ignore, line });
    expect(codes.filter((code) => code.endsWith(' ignore-unused'))).toHaveLength(want);
  });
});

it('a setting that matches nothing is told where the config has it', async () => {
  const settings = "auth: { tokn: { env: 'ACME_TOKEN' } }, rename: { 'acme.shelves': 'racks' },";
  const { codes } = await findings({ settings });
  expect(codes.filter((code) => code.endsWith(' setting-matches-nothing'))).toEqual([
    'plumbline.config.ts:9:11 setting-matches-nothing',
    'plumbline.config.ts:9:52 setting-matches-nothing',
  ]);
});
