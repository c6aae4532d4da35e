// A process of its own, so that its memory is that of reading alone: reads the pages of the folder that it is given.
import process from 'node:process';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { inputFiles } from '../input-files.ts';

const [folder = ''] = process.argv.slice(2);
const files = inputFiles(folder, '**/*.md');
const started = performance.now();
const before = process.cpuUsage();
const { resources, indexes, diagnostics } = readResourcePages(files, { provider: null });
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    seconds,
    cpuSeconds: (user + system) / 1e6,
    read: resources.length + indexes.length,
    findings: diagnostics.length,
  }),
);
