import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { main } from '../main.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const guide = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/guides/import.md'), 'utf8');

/** The blocks of code of a language, in their order. */
function blocks(language: string): readonly string[] {
  return [...guide.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, named, text = '']) =>
    named === language ? [text] : [],
  );
}

async function imported(name: string, text: string, output: string) {
  const cwd = temporaryFolder({ [name]: text });
  const said: string[] = [];
  const stderr = { write: (words: string) => said.push(words) };
  await main(['import', name, '--output', output], { cwd, env: {}, stdout: { write() {} }, stderr });
  return { said: said.join(''), written: readFileSync(path.join(cwd, output), 'utf8') };
}

const [page = '', reference = ''] = blocks('text');

it('docs/guides/import.md shows what is said of its page, and a row of what is written', async () => {
  const { said, written } = await imported('loans.txt', page, 'loans.md');
  expect(blocks('console')).toEqual([`$ plumbline import loans.txt --output loans.md\n${said}`]);
  expect(written).toContain(blocks('html')[0]);
});

it('docs/guides/import.md shows what its reference becomes', async () => {
  const { said, written } = await imported('reference.txt', reference, 'fragment.yaml');
  expect(written).toBe(blocks('yaml')[0]);
  expect(said).toContain('found: 2 infos');
});
