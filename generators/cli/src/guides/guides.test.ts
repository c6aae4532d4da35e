import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { changeRulesGuide } from './change-rules-guide.ts';
import { commandGuide } from './command-guide.ts';
import { configGuide } from './config-guide.ts';
import { diagnosticGuide } from './diagnostic-guide.ts';

const folder = path.resolve(import.meta.dirname, '../../../../docs/guides');
const schema = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../config.schema.json'), 'utf8'),
);

// The guides are these tests' snapshots: `npx -y pnpm@12 guides` writes them again.
it.each([
  ['change-rules.md', changeRulesGuide()],
  ['command-line.md', commandGuide()],
  ['config.md', configGuide(schema)],
  ['diagnostics.md', diagnosticGuide()],
])('docs/guides/%s says what the code says', async (file, text) => {
  await expect(text).toMatchFileSnapshot(path.join(folder, file));
});
