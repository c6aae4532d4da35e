// A process of its own, so that nothing has run before: emits the pages of Okta, and prints what that alone cost.
import path from 'node:path';
import process from 'node:process';
import { emitDocs } from '@plumbline/emit-docs';
import { dictionary, providerSettings, settle } from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { reconcile } from '@plumbline/reconcile';
import { FOLDERS } from '../folders.ts';
import { inputFiles } from '../input-files.ts';
import type { Emitted } from './emitted.ts';

const okta = path.join(FOLDERS.corpora, 'okta');
const settings = providerSettings('okta', '@acme/okta');
const spec = readOpenApi(inputFiles(okta, 'openapi.yaml'));
if ('unreadable' in spec) throw new Error('The spec cannot be read.');
const pages = readResourcePages(inputFiles(okta, 'pages/**/*.md'), { provider: 'okta' });
const { model, diagnostics } = reconcile({ spec, pages, settings });
const drafts = [...spec.diagnostics, ...pages.diagnostics, ...diagnostics];
const { diagnostics: findings } = settle(drafts, { locate: spec.locate, severity: dictionary(), ignore: [] });

const before = process.cpuUsage();
const { files } = emitDocs(model, { findings });
const { user, system } = process.cpuUsage(before);
const emitted: Emitted = {
  methods: model.services.flatMap(({ resources }) => resources.flatMap(({ methods }) => methods)).length,
  files: files.length,
  megabytes: files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0) / 2 ** 20,
  cpuSeconds: (user + system) / 1e6,
};
process.stdout.write(JSON.stringify(emitted));
