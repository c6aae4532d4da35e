import { describe, expect, it } from 'vitest';
import { STAGES } from '../pipeline/stages.ts';
import { runCommand } from '../testing/run-command.ts';
import { filesIn, temporaryFolder, writeFiles } from '../testing/temporary-folder.ts';

const PROPERTIES = '    id: { type: string }\n    pages: { type: integer }\n';

function spec(paths = '', properties = PROPERTIES): string {
  return `openapi: 3.1.0
info: { title: Library, version: '1' }
paths:
${paths}  /books/{bookId}:
    parameters: [{ name: bookId, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getBook
      tags: [books]
      responses: { '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } } }
components: { schemas: { Book: { type: object, properties: {
${properties.replaceAll('}\n', '},\n')}  } } } }
`;
}

/** A page that lists neither the parameter nor the right type of `pages`. */
function page({ prose = '', type = 'string' } = {}): string {
  return `# books
${prose}
## Overview
<table><tbody>
<tr><td><b>Name</b></td><td><code>books</code></td></tr>
<tr><td><b>Id</b></td><td><CopyableCode code="acme.books.books" /></td></tr>
</tbody></table>

## Fields
| Name | Datatype |
|:-----|:---------|
| <CopyableCode code="id" /> | \`string\` |
| <CopyableCode code="pages" /> | \`${type}\` |

## Methods
| Name | Accessible by | Required Params |
|:-----|:--------------|:----------------|
| <CopyableCode code="get_book" /> | \`SELECT\` |  |
`;
}

const SHELF =
  "  /shelves:\n    get: { operationId: listShelves, tags: [shelves], responses: { '204': { description: None. } } }\n";
const CONFIG = `export default { provider: 'acme', spec: ['./spec.yaml'], pages: ['./pages/*.md'], docs: { dir: './docs' } };\n`;

interface Reported {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly baselined?: boolean;
    readonly source: { readonly file: string; readonly line: number };
  }[];
}

describe('a baseline of documents', () => {
  const started = async () => {
    const folder = temporaryFolder({
      'plumbline.config.ts': CONFIG,
      'spec.yaml': spec(),
      'pages/books.md': page(),
    });
    await runCommand(folder, 'drift --write-baseline', STAGES);
    return folder;
  };
  const drift = async (folder: string) => {
    const { ending, stdout } = await runCommand(folder, 'drift --reporter json', STAGES);
    const { diagnostics } = JSON.parse(stdout) as Reported;
    const codes = (found: Reported['diagnostics']) => found.map(({ code }) => code);
    return {
      ending,
      lines: diagnostics.map(({ source }) => source.line),
      known: codes(diagnostics.filter(({ baselined }) => baselined === true)),
      fresh: codes(diagnostics.filter(({ baselined }) => baselined !== true)),
    };
  };

  it('holds what there is, and nothing else counts', async () => {
    const { ending, known, fresh } = await drift(await started());
    expect({ ending, fresh }).toEqual({ ending: 0, fresh: [] });
    expect(known).toEqual(expect.arrayContaining(['param-missing-from-page', 'field-type-differs']));
  });

  it('holds it still where lines are added to the pages and to the spec, and operations before it', async () => {
    const folder = await started();
    const before = await drift(folder);
    writeFiles(folder, {
      'pages/books.md': page({ prose: '\nWhat the library lends.\n\nAnd more of it.\n' }),
      'spec.yaml': `# A comment.\n\n${spec(SHELF)}`,
    });
    const after = await drift(folder);
    expect({ ending: after.ending, fresh: after.fresh, known: after.known }).toEqual({
      ending: 0,
      fresh: expect.not.arrayContaining(['baseline-removable']),
      known: before.known,
    });
    expect(after.lines).not.toEqual(before.lines);
  });

  it('lets new drift fail, and only that', async () => {
    const folder = await started();
    const before = await drift(folder);
    writeFiles(folder, { 'pages/books.md': page().replace('`string` |\n| <', '`boolean` |\n| <') });
    const { ending, known, fresh } = await drift(folder);
    expect({ ending, known, fresh }).toEqual({
      ending: 1,
      known: before.known,
      fresh: ['field-type-differs'],
    });
  });

  it('tells what can go once it is mended, and holds less when it is written again', async () => {
    const folder = await started();
    await runCommand(folder, 'fix --only field-type-differs', STAGES);
    expect(filesIn(folder)['pages/books.md']).toContain('`integer`');
    const { ending, known, fresh } = await drift(folder);
    expect({ ending, fresh }).toEqual({ ending: 0, fresh: ['baseline-removable'] });
    expect(known).not.toContain('field-type-differs');
    await runCommand(folder, 'drift --write-baseline', STAGES);
    expect((await drift(folder)).fresh).toEqual([]);
  });

  it('is written and kept to by `check` too', async () => {
    const folder = temporaryFolder({
      'plumbline.config.ts': CONFIG,
      'spec.yaml': spec(),
      'pages/books.md': page(),
    });
    const check = (rest = '') => runCommand(folder, `check${rest}`, STAGES);
    await runCommand(folder, 'generate --fail-on never', STAGES);
    expect(await check()).toMatchObject({ ending: 1 });
    expect(await check(' --write-baseline')).toMatchObject({ ending: 0 });
    expect(Object.keys(filesIn(folder))).toContain('plumbline.baseline.json');
    expect(await check()).toMatchObject({ ending: 0 });
    writeFiles(folder, { 'pages/books.md': page({ type: 'boolean' }) });
    const { ending, stdout } = await check(' --reporter json');
    const { diagnostics } = JSON.parse(stdout) as Reported;
    const fresh = diagnostics.filter(({ baselined, severity }) => baselined !== true && severity === 'error');
    expect(ending).toBe(1);
    expect(fresh.map(({ code }) => code)).toContain('field-type-differs');
  });
});
