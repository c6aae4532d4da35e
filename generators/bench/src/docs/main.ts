import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { medianUsage } from '../child/median-usage.ts';
import { generateArguments } from '../child/plumbline.ts';
import { type Measured, runMeasured, type Usage } from '../child/run-measured.ts';
import { FOLDERS } from '../folders.ts';
import { markdownTable } from '../markdown-table.ts';
import { median } from '../median.ts';
import { emittedTable } from './emitted.ts';

const SITE = path.join(FOLDERS.root, 'docs');
const OKTA = path.join(FOLDERS.corpora, 'okta');

interface Built extends Usage {
  /** Bytes of HTML by the page's address under the provider, `users/oauth_tokens`. */
  readonly html: ReadonlyMap<string, number>;
}

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    /** Only what emitting the pages costs, without building sites of them. */
    emitting: { type: 'boolean', default: false },
  },
});
process.stdout.write(`${emittedTable(Number(values.rounds))}\n`);
if (!values.emitting) {
  const table = compareSites(mkdtempSync(path.join(tmpdir(), 'plumbline-docs-')));
  process.stdout.write(`\n${table}\n`);
}

/** A site of the emitted pages beside one of the published pages. */
function compareSites(work: string): string {
  try {
    const ours = build(emit(path.join(work, 'ours'), work), 'throw');
    const theirs = build(publish(path.join(work, 'theirs')), 'warn');
    const ratios = [...ours.html].flatMap(([address, bytes]) => {
      const published = theirs.html.get(address);
      return published === undefined ? [] : [{ address, ratio: bytes / published }];
    });
    const worst = ratios.reduce((most, one) => (one.ratio > most.ratio ? one : most));
    const head = ['', 'emitted', 'published', 'ratio'];
    const row = (name: string, of: (built: Built) => number, digits: number) => [
      name,
      of(ours).toFixed(digits),
      of(theirs).toFixed(digits),
      (of(ours) / of(theirs)).toFixed(2),
    ];
    const rows = [
      row('build, seconds', ({ seconds }) => seconds, 1),
      row('build, CPU seconds', ({ cpuSeconds }) => cpuSeconds, 1),
      row('build, peak MB', ({ megabytes }) => megabytes, 0),
      row('pages', ({ html }) => html.size, 0),
      row('HTML, median KB a page', ({ html }) => median([...html.values()]) / 1024, 1),
      ['HTML of a page, median', '', '', median(ratios.map(({ ratio }) => ratio)).toFixed(2)],
      [`HTML of a page, worst (${worst.address})`, '', '', worst.ratio.toFixed(2)],
    ];
    return markdownTable(head, rows);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The pages that Plumbline makes of the corpus, as the content of a site. */
function emit(folder: string, work: string): string {
  const documents = ['--spec', path.join(OKTA, 'openapi.yaml'), '--pages', path.join(OKTA, 'pages/**/*.md')];
  const provider = ['--provider', 'okta', ...documents, '--out', folder, '--only', 'docs'];
  const args = generateArguments(path.join(work, 'report.json'), ...provider);
  finished(runMeasured({ script: FOLDERS.source, args, cwd: work }));
  cpSync(path.join(folder, 'docs'), path.join(folder, 'content/okta'), { recursive: true });
  return path.join(folder, 'content');
}

/** The published pages as they are; the first goes without the id that it has on a site of one provider. */
function publish(folder: string): string {
  const target = path.join(folder, 'okta');
  cpSync(path.join(OKTA, 'pages/services'), target, { recursive: true });
  const first = readFileSync(path.join(OKTA, 'pages/index.md'), 'utf8');
  writeFileSync(path.join(target, 'index.md'), first.replace(/^id: .*\r?\n/m, ''));
  return folder;
}

function build(content: string, brokenLinks: 'throw' | 'warn'): Built {
  const site = path.join(content, '../site');
  const env = {
    PLUMBLINE_DOCS_CONTENT: content,
    PLUMBLINE_DOCS_BROKEN_LINKS: brokenLinks,
    DOCUSAURUS_GENERATED_FILES_DIR_NAME: '.docusaurus-bench',
    DOCUSAURUS_NO_PERSISTENT_CACHE: 'true',
  };
  const script = path.join(SITE, 'node_modules/@docusaurus/core/bin/docusaurus.mjs');
  const runs = Array.from({ length: Number(values.rounds) }, () =>
    finished(runMeasured({ script, args: ['build', '--out-dir', site], cwd: SITE }, { env })),
  );
  const pages = globSync('okta/**/*.html', { cwd: site });
  return {
    ...medianUsage(runs),
    html: new Map(pages.map((file) => [file.slice('okta/'.length), statSync(path.join(site, file)).size])),
  };
}

function finished(run: Measured): Measured {
  if (run.status !== 0) throw new Error(run.output);
  return run;
}
