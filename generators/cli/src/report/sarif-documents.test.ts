import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Diagnostic, settle } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import type { ProviderOptions } from '../command-line/invocation.ts';
import { readDocuments } from '../commands/read-documents.ts';
import { optionJob } from '../jobs/option-job.ts';
import { reconcileDocuments } from '../pipeline/reconcile-documents.ts';
import { STAGES } from '../pipeline/stages.ts';
import { stateOnDisk } from '../states/provider-state.ts';
import { reportOf } from '../testing/report.ts';
import { sarifSchema } from '../testing/sarif-schema.ts';
import { sarifReport } from './sarif.ts';

const root = resolve(import.meta.dirname, '../../../..');
const corpus = resolve(root, '../shared/corpora/okta');

const OPTIONS: ProviderOptions = { provider: 'okta', spec: [], pages: [], providerYaml: [], out: null };

const validate = sarifSchema();

interface Result {
  readonly locations?: readonly Location[];
  readonly relatedLocations?: readonly Location[];
}

interface Location {
  readonly physicalLocation?: {
    readonly artifactLocation?: { readonly uri?: string };
    readonly region?: { readonly startLine?: number; readonly startColumn?: number };
  };
}

/** Holds a log to the schema of SARIF, and each of its results and what is related to places in files that are there. */
function expectLog(findings: readonly Diagnostic[], folder: string): readonly Result[] {
  const log = JSON.parse(sarifReport(reportOf(findings)));
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  const results: readonly Result[] = log.runs[0].results;
  const isLost = ({ physicalLocation }: Location): boolean => {
    const { artifactLocation, region } = physicalLocation ?? {};
    const file = decodeURIComponent(artifactLocation?.uri ?? '');
    return !(existsSync(join(folder, file)) && file !== '' && region?.startLine && region.startColumn);
  };
  const lost = results.filter(
    ({ locations: [place] = [], relatedLocations = [] }) =>
      place === undefined || [place, ...relatedLocations].some(isLost),
  );
  expect(lost).toEqual([]);
  expect(results).toHaveLength(findings.length);
  return results;
}

describe('a SARIF log of documents', () => {
  it('tells of each finding where it is: the embedded provider, with rows gone from its pages', async () => {
    const folder = join(root, 'specs/okta');
    const job = optionJob({ ...OPTIONS, spec: ['openapi.yaml'], pages: ['resources/**/*.md'] }, folder);
    const documents = await readDocuments(job, folder, () => undefined);
    if ('unreadable' in documents) throw new Error('The embedded documents can be read.');
    // Every second row of every table.
    let row = 0;
    const pages = documents.pages.map(({ path, text }) => ({
      path,
      text: text.replace(/^<tr id="[\s\S]*?<\/tr>\n/gm, (whole) => {
        row += 1;
        return row % 2 === 0 ? '' : whole;
      }),
    }));
    const pagesRead = STAGES.beginPages(pages, { provider: 'okta' });
    const begun = { pagesRead, onDocument() {} };
    const outcome = await reconcileDocuments(await STAGES.loadRead(), { ...documents, pages }, begun);
    if ('unreadable' in outcome) throw new Error('The embedded documents can be read.');
    const { drafts, locate } = outcome;
    const { diagnostics } = settle(drafts, { locate, severity: {}, ignore: [] });
    // Rows of one name are one finding, at each of their places.
    expect(diagnostics.flatMap((one) => [one, ...one.related]).length).toBeGreaterThan(50);
    expectLog(diagnostics, folder);
  });

  it.skipIf(!existsSync(corpus))('and all of Okta (needs ../shared/corpora)', async () => {
    const pages = ['pages/**/*.md'];
    const job = optionJob({ ...OPTIONS, spec: ['openapi.yaml'], pages }, corpus);
    const state = await stateOnDisk(job, { cwd: corpus, stages: STAGES });
    if ('unreadable' in state) throw new Error('Okta can be read.');
    expect(expectLog(state.findings, corpus).length).toBeGreaterThan(1500);
  });
});
