import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { installPeers } from '../peers.ts';
import { type Bundle, bundle } from './bundle.ts';
import { type CallCode, oneCall, readers, wholeClients } from './calls.ts';
import { consumersOf, namesIn } from './consumers.ts';
import { generateClients } from './generate-clients.ts';
import { goalsOn, type Measures } from './goals.ts';
import { clientReport } from './report.ts';
import { requestCosts } from './request-cost.ts';
import { serviceShares } from './service-share.ts';
import { prepareSubjects } from './subjects.ts';
import { typeCosts } from './type-cost.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    /** Where the peers are installed; without it a temporary folder that is removed afterwards. */
    peers: { type: 'string' },
    only: { type: 'string', multiple: true, default: ['okta', 'github'] },
  },
});
const rounds = Number(values.rounds);

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-clients-'));
try {
  say('Installing the peers…');
  const peers = installPeers(
    values.peers === undefined ? path.join(folder, 'peers') : path.resolve(values.peers),
  );
  const subjects = prepareSubjects(folder, peers).filter(({ id }) => values.only.includes(id));
  for (const subject of subjects) {
    say(`${subject.title}: generating…`);
    const application = generateClients(subject, peers);
    const names = namesIn(application);
    const compared = {
      consumers: consumersOf(subject, application),
      oneCall: oneCall(subject, application, names),
      whole: wholeClients(subject, peers.oktaSdk),
      readers: readers(subject, application, names),
    };
    say(`${subject.title}: checking types…`);
    const { typescript5 } = peers;
    const types = typeCosts(application.folder, compared.consumers, { rounds, typescript5 });
    const services = serviceShares(subject, application);
    say(`${subject.title}: bundling and running…`);
    const measures: Measures = {
      types,
      services,
      oneCall: await bundles(application.folder, compared.oneCall),
      whole: await bundles(application.folder, compared.whole),
      requests: await requestCosts(application.folder, compared.readers, rounds),
    };
    process.stdout.write(`${clientReport(subject, compared, measures)}\n`);
    if (goalsOn(subject.id, measures).some(({ outcome }) => outcome === 'missed')) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bundles(
  application: string,
  codes: readonly CallCode[],
): Promise<ReadonlyMap<string, Bundle>> {
  const results = codes.map(
    async ({ id, code, platform }) => [id, await bundle(application, code, platform)] as const,
  );
  return new Map(await Promise.all(results));
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
