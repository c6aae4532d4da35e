import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'tsdown';
import { expect, it } from 'vitest';
import { output } from '../run.ts';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';
import { compiledTemplates } from './compiled-templates.ts';

const RENDER = path.join(import.meta.dirname, '../../../render/src');

it('a built program renders what its sources render, without their templates and without a compiler', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'package.json': { name: 'sample', type: 'module' },
    'src/index.ts': `import { createTemplates } from '${RENDER}/templates.ts';
import { readTemplates } from '${RENDER}/template-files.ts';

const render = createTemplates<{ list: { names: never[] } }>(readTemplates<'list' | 'row'>(new URL('./templates/', import.meta.url)));
console.log(render('list', { names: ['a', '<b>'] as never[] }));
`,
    'src/templates/list.hbs': '{{#each names}}{{> row}}{{/each}}',
    'src/templates/row.hbs': '[{{this}}]{{#unless @last}}, {{/unless}}',
  });
  await build({
    config: false,
    cwd: folder,
    entry: 'src/index.ts',
    fixedExtension: false,
    dts: false,
    logLevel: 'silent',
    plugins: [compiledTemplates()],
    deps: { onlyBundle: false },
  });
  expect(output(folder, [process.execPath, 'dist/index.js'])).toBe('[a], [<b>]\n');
  expect(output(folder, [process.execPath, 'src/index.ts'])).toBe('[a], [<b>]\n');
  const built = readFileSync(path.join(folder, 'dist/index.js'), 'utf8');
  expect(built).not.toContain('{{#each');
  expect(built).not.toContain('JavaScriptCompiler');
});
