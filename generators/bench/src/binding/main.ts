import process from 'node:process';
import { inferenceTable } from '../inference/report.ts';
import { ABLATIONS } from './ablations.ts';
import { CASES } from './cases.ts';
import { documentsOf } from './documents.ts';
import { ablationsTable, curveTable, kindsTable, unboundTable } from './report.ts';

const all = CASES.map(documentsOf);
const tables = [
  ablationsTable(all),
  kindsTable(all),
  ...all.flatMap((documents) => ABLATIONS.map((ablation) => curveTable(documents, ablation))),
  ...all.map(unboundTable),
  inferenceTable(all),
];
process.stdout.write(`${tables.join('\n\n')}\n`);
