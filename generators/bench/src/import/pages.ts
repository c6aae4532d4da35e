import { importDocument } from '@plumbline/import';
import {
  addScores,
  comparePages,
  publishedPage,
  renderedText,
  type Score,
  type Style,
} from '@plumbline/import/testing';
import type { InputFile, ResourcePage } from '@plumbline/model';
import { readResourcePages } from '@plumbline/read-resource-pages';

export interface PageMeasure {
  readonly scores: { readonly [kind in 'fields' | 'methods' | 'parameters']: Score };
  /** What an imported page says against the reader, which is nothing. */
  readonly findings: number;
  /** CPU seconds of importing alone. */
  readonly cpu: number;
  readonly wrong: readonly string[];
}

const NONE: Score = { wanted: 0, read: 0, right: 0 };

/** Imports pages from the text that a browser gives of them, and compares each with its source. */
export function measurePages(files: readonly InputFile[], style: Style): PageMeasure {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  let [fields, methods, parameters] = [NONE, NONE, NONE];
  let [findings, cpu] = [0, 0];
  const wrong: string[] = [];
  for (const source of readResourcePages(files, { provider: null }).resources) {
    const text = renderedText(publishedPage(texts.get(source.file) ?? ''), style, source.name.value);
    const before = process.cpuUsage();
    const imported = importDocument({ path: source.file, text }, { as: null });
    const { user, system } = process.cpuUsage(before);
    cpu += (user + system) / 1e6;
    const back = readResourcePages([{ path: source.file, text: imported.text }], { provider: null });
    findings += back.diagnostics.length;
    const page: ResourcePage | undefined = back.resources[0];
    const scores = comparePages(source, page, style === 'html' ? 'all' : 'first');
    fields = addScores(fields, scores.fields);
    methods = addScores(methods, scores.methods);
    parameters = addScores(parameters, scores.parameters);
    wrong.push(...scores.wrong.map((one) => `${source.file} ${one}`));
  }
  return { scores: { fields, methods, parameters }, findings, cpu, wrong };
}
