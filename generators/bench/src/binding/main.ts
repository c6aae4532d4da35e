import process from 'node:process';
import { CASES } from './cases.ts';
import { curveTable, documentsOf, kindsTable, signalsTable, unboundTable } from './report.ts';

const all = CASES.map(documentsOf);
const tables = [signalsTable(all), kindsTable(all), ...all.map(curveTable), ...all.map(unboundTable)];
process.stdout.write(`${tables.join('\n\n')}\n`);
