import process from 'node:process';
import { openContract } from '@plumbline/contract-server';
import { startPrism } from '@plumbline/okta-contract-tests/prism';
import { markdownTable } from '../markdown-table.ts';
import { drawCorpus } from '../server/judge.ts';
import { compareWithPrism } from './compare.ts';
import { judge } from './judged.ts';
import { mendedOkta } from './okta.ts';
import { acceptedOf } from './wrong.ts';

const okta = await mendedOkta();
try {
  for (const [mode, flags] of [
    ['the examples of the document', []],
    ['values made of the schemas', ['--ignoreExamples']],
  ] as const) {
    const prism = await startPrism(okta.file, flags);
    try {
      const contract = openContract(okta.provider);
      const found = await compareWithPrism(okta.provider, { ...okta, contract, url: prism.url });
      const { counts, unjudged } = judge(found.disagreements);
      process.stdout.write(
        `\nPrism that answers ${mode}: of ${found.called} requests of the client it accepts ${found.accepted}; ` +
          `the client decodes ${found.decoded} of its answers of success, and fails on ${found.undecoded.length}.\n\n`,
      );
      const rows = [...counts].map(([{ what, right, why }, count]) => [String(count), what, right, why]);
      process.stdout.write(`${markdownTable(['methods', 'disagreement', 'right', 'why'], rows)}\n`);
      for (const each of [...unjudged.map((one) => JSON.stringify(one)), ...found.undecoded])
        process.stdout.write(`- ${each}\n`);
      if (flags.length > 0) await tellWrong(prism.url);
      if (unjudged.length > 0 || found.undecoded.length > 0) process.exitCode = 1;
    } finally {
      await prism.close();
    }
  }
} finally {
  okta.remove();
}

/** How many requests that are wrong in one way Prism takes; broken JSON it never answers, and is not asked about. */
async function tellWrong(url: string): Promise<void> {
  const corpus = drawCorpus(okta.provider.document, 200, 1);
  const wrong = corpus.wrong.filter(({ kind }) => kind !== 'body syntax');
  const accepted = await acceptedOf(wrong, url);
  const rows = [...accepted].map(([kind, each]) => [
    String(each.length),
    kind,
    each[0]?.draft.operation ?? '',
  ]);
  process.stdout.write(`\nOf ${wrong.length} requests that are wrong in one way it accepts:\n\n`);
  process.stdout.write(markdownTable(['requests', 'wrong', 'for instance'], rows));
}
