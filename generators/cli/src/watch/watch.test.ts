import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentTypes } from '@plumbline/emit-client';
import { expect, it, onTestFinished } from 'vitest';
import { STAGES_HERE } from '../bad-input/stages.ts';
import { parseCommandLine } from '../command-line/parse.ts';
import { runCommand } from '../testing/run-command.ts';
import { filesIn, temporaryFolder, writeFiles } from '../testing/temporary-folder.ts';
import { keepingStages } from './keeping-stages.ts';
import { watch } from './watch.ts';

const page = (name: string, method: string): string => `---
title: ${name}
---

## Overview

<table><tbody>
<tr><td><b>Name</b></td><td><code>${name}</code></td></tr>
<tr><td><b>Id</b></td><td><CopyableCode code="orchard.farm.${name}" /></td></tr>
</tbody></table>

## Methods

| Name | Accessible by | Required Params | Description |
|:-----|:--------------|:----------------|:------------|
| <CopyableCode code="${method}" /> | \`SELECT\` |  | Lists ${name}. |
`;

const operation = (name: string): string => `
  /${name}:
    get:
      operationId: list_${name}
      tags: [farm]
      summary: Lists ${name}.
      responses:
        '200':
          description: The ${name}.
          content: { application/json: { schema: { $ref: './schemas/${name}.yaml' } } }`;
const schema = (field: string): string =>
  `type: array\nitems:\n  type: object\n  properties:\n    ${field}: { type: string }\n`;

const FILES = {
  'specs/orchard/plumbline.config.ts': `export default {
  provider: 'orchard', spec: ['./openapi.yaml'], pages: ['./resources/**/*.md'],
  client: { package: 'orchard-client', dir: '../../out/client' },
  docs: { dir: '../../out/docs' }, contractTests: { dir: '../../out/tests' },
};\n`,
  'specs/orchard/openapi.yaml': `openapi: 3.1.0
info: { title: Orchard, version: '1' }
servers: [{ url: https://orchard.example.com }]
paths:${operation('trees')}${operation('ponds')}\n`,
  'specs/orchard/schemas/trees.yaml': schema('species'),
  'specs/orchard/schemas/ponds.yaml': schema('depth'),
  'specs/orchard/resources/trees.md': page('trees', 'list_trees'),
  'specs/orchard/resources/deep/ponds.md': page('ponds', 'list_ponds'),
};

/** What `watch` says of a save, as JSON. */
interface Told {
  readonly saved: readonly string[];
  readonly providers: readonly {
    readonly kind: string;
    readonly outputs?: readonly { readonly output: string; readonly updated: readonly string[] }[];
    readonly here?: readonly { readonly code: string; readonly source: { readonly line: number } }[];
    readonly elsewhere?: readonly { readonly code: string }[];
    readonly gone?: number;
    readonly diagnostics?: readonly { readonly code: string }[];
  }[];
}

/** Watches a folder until the test has ended. */
function begin(cwd: string, line = 'watch --reporter json') {
  const invocation = parseCommandLine(line.split(' '));
  if (invocation.kind !== 'watch') throw new Error(line);
  const told: Told[] = [];
  const said: string[] = [];
  let wake = () => {};
  const hear = (into: string[]) => ({
    write: (text: string) => {
      into.push(text);
      wake();
    },
  });
  const stdout = {
    write: (text: string) => {
      told.push(JSON.parse(text));
      wake();
    },
  };
  const stop = Promise.withResolvers<void>();
  const ending = watch(
    invocation,
    { cwd, env: {}, stdout, stderr: hear(said) },
    {
      stopped: stop.promise,
      stagesOf: (provider) =>
        keepingStages({
          provider,
          stages: STAGES_HERE,
          startTypes: () => ({ begin() {}, typesOf: documentTypes }),
        }),
    },
  );
  onTestFinished(async () => {
    stop.resolve();
    await ending;
  });
  const until = async (isThere: () => boolean): Promise<void> => {
    while (!isThere()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  let heard = 0;
  return {
    said,
    until,
    ending,
    stop: () => stop.resolve(),
    /** The next thing it says. */
    async next(): Promise<Told> {
      heard += 1;
      await until(() => told.length >= heard);
      return told[heard - 1] as Told;
    },
  };
}

it('writes after each save what `generate` would, and tells what it found', async () => {
  const cwd = temporaryFolder(FILES);
  const { next, stop, ending } = begin(cwd);
  const asGenerated = async (config = 'specs/orchard/plumbline.config.ts') => {
    const written = filesIn(join(cwd, 'out'));
    const { stderr } = await runCommand(cwd, `check --fail-on never --config ${config}`, STAGES_HERE);
    expect(stderr).not.toMatch(/stale|orphaned|edited/);
    return written;
  };
  const save = (path: string, text: string): void => writeFileSync(join(cwd, path), text);
  const text = (path: keyof typeof FILES): string => FILES[path];
  const trees = 'specs/orchard/resources/trees.md';

  expect((await next()).saved).toEqual([]);
  const first = await asGenerated();

  // A page: what it reaches alone, with its findings at its lines.
  save(
    trees,
    text(trees).replace('Lists trees.', 'Lists every tree.').replace('`SELECT` |  |', '`SELECT` | `depth` |'),
  );
  const drift = await next();
  expect(drift.saved).toEqual([trees]);
  expect(drift.providers[0]?.here?.map(({ code, source }) => [code, source.line])).toContainEqual([
    expect.stringMatching(/^param-/),
    16,
  ]);
  const reached = drift.providers[0]?.outputs?.flatMap(({ updated }) => updated) ?? [];
  expect(reached.some((path) => path.includes('trees'))).toBe(true);
  expect(reached.some((path) => /ponds/.test(path))).toBe(false);
  await asGenerated();

  // As an editor does that puts a new file in the place of the old one.
  save(`${trees}~`, text(trees));
  renameSync(join(cwd, `${trees}~`), join(cwd, trees));
  expect((await next()).providers[0]?.gone).toBeGreaterThan(0);
  expect(await asGenerated()).toEqual(first);

  // A file that the spec leads to; half of one; and the whole again.
  save('specs/orchard/schemas/trees.yaml', schema('age'));
  expect((await next()).saved).toEqual(['specs/orchard/schemas/trees.yaml']);
  await asGenerated();
  const spec = 'specs/orchard/openapi.yaml';
  save(spec, text(spec).slice(0, 150).concat('\n  "'));
  expect((await next()).providers[0]).toMatchObject({ kind: 'stopped', diagnostics: [{}] });
  save(spec, text(spec));
  save('specs/orchard/schemas/trees.yaml', schema('species'));
  expect((await next()).saved).toHaveLength(2);
  expect(await asGenerated()).toEqual(first);

  // A folder goes, and comes again.
  rmSync(join(cwd, 'specs/orchard/resources'), { recursive: true });
  expect((await next()).providers[0]).toMatchObject({ kind: 'stopped' });
  mkdirSync(join(cwd, 'specs/orchard/resources/deep'), { recursive: true });
  save(trees, text(trees));
  save('specs/orchard/resources/deep/ponds.md', text('specs/orchard/resources/deep/ponds.md'));
  while ((await next()).providers[0]?.kind !== 'written');
  expect(filesIn(join(cwd, 'out'))).toEqual(first);

  // The config, wrong and right.
  const config = 'specs/orchard/plumbline.config.ts';
  save(config, 'export default { provider: ');
  expect((await next()).providers[0]).toMatchObject({
    kind: 'stopped',
    diagnostics: [{ code: 'config-not-loadable' }],
  });
  save(
    config,
    text(config).replace(
      "provider: 'orchard'",
      "provider: 'orchard', severity: {}, errors: { message: 'why' }",
    ),
  );
  expect((await next()).providers[0]?.kind).toBe('written');
  // Under another name: this process has loaded the one that was.
  save('specs/orchard/same.config.ts', readFileSync(join(cwd, config), 'utf8'));
  await asGenerated('specs/orchard/same.config.ts');

  stop();
  expect(await ending).toBe(0);
}, 60_000);

it('says to people what it wrote, in what time, and what is found in the file', async () => {
  const cwd = temporaryFolder(FILES);
  const { said, until } = begin(cwd, 'watch --only docs --provider orchard');
  const heard = () => said.join('');
  await until(() => heard().includes('Watching orchard. Ctrl-C stops it.'));
  said.length = 0;
  writeFiles(cwd, { 'specs/orchard/resources/deep/ponds.md': `${page('ponds', 'list_ponds')}\nMore.\n` });
  await until(() => said.length > 0);
  expect(
    heard()
      .replace(/\d+ ms/, 'N ms')
      .split('\n')[0],
  ).toMatch(
    /^specs\/orchard\/resources\/deep\/ponds\.md: (?:nothing to write|wrote \d+ files? \(docs \d+\)), N ms$/,
  );
  expect(readFileSync(join(cwd, 'out/docs/index.md'), 'utf8')).toContain('Orchard');
});
