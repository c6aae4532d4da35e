import { globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { generateArguments, plumblineScript } from '../child/plumbline.ts';
import { runMeasured } from '../child/run-measured.ts';
import { FOLDERS } from '../folders.ts';
import { markdownTable } from '../markdown-table.ts';
import { makeWorkspace, type Origin } from './workspace.ts';

const HEAD = ['providers', 'machine', 'seconds', 'CPU seconds', 'peak MB'];

/** Many providers in one workspace: on one machine, as two shards, and of fewer of them, which tells what each one leaves. */
const { values } = parseArgs({
  options: { count: { type: 'string', default: '30' }, source: { type: 'boolean', default: false } },
});
const most = Number(values.count);
const script = plumblineScript(values);
const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-providers-'));
try {
  const rows: (readonly string[])[] = [];
  for (const count of [most / 6, most / 2, most].map(Math.ceil)) {
    const workspace = path.join(folder, String(count));
    mkdirSync(workspace);
    makeWorkspace(workspace, origins(), count);
    const shards = count === most ? [null, '1/2', '2/2'] : [null];
    for (const shard of shards) {
      for (const outputs of ['packages', 'docs'])
        rmSync(path.join(workspace, outputs), { recursive: true, force: true });
      rows.push([String(count), shard === null ? 'one' : `shard ${shard}`, ...measure(workspace, shard)]);
    }
    rmSync(workspace, { recursive: true });
  }
  process.stdout.write(`${markdownTable(HEAD, rows)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The specs of the corpora: small and big, with pages and without. */
function origins(): readonly Origin[] {
  const { corpora } = FOLDERS;
  const okta = path.join(corpora, 'okta');
  const github = globSync('github-sample/specs/*.{yaml,json}', { cwd: corpora }).sort();
  return [
    { id: 'okta', spec: path.join(okta, 'openapi.yaml'), pages: path.join(okta, 'pages') },
    { id: 'legacy', spec: path.join(okta, 'openapi.yaml'), pages: path.join(corpora, 'okta-legacy/pages') },
    ...github
      .slice(0, 4)
      .map((spec, n) => ({ id: `github${n}`, spec: path.join(corpora, spec), pages: null })),
  ];
}

function measure(workspace: string, shard: string | null): readonly string[] {
  const part = shard === null ? [] : ['--shard', shard];
  const args = generateArguments(path.join(workspace, 'report.json'), ...part);
  const cache = path.join(workspace, 'cache');
  const run = runMeasured({ script, args, cwd: workspace }, { cache, keepsCompiled: true });
  rmSync(cache, { recursive: true, force: true });
  if (run.status !== 0) throw new Error(run.output);
  return [run.seconds.toFixed(1), run.cpuSeconds.toFixed(1), run.megabytes.toFixed(0)];
}
