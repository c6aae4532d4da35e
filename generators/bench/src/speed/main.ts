import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { InputFile } from '@plumbline/model';
import { plumblineScript } from '../child/plumbline.ts';
import { FOLDERS } from '../folders.ts';
import { installPeers } from '../peers.ts';
import { contestantsOn, type Spec } from './contestants.ts';
import { mend } from './mend.ts';
import { race } from './race.ts';
import { speedReport } from './report.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    /** Where the peers are installed; without it a temporary folder that is removed afterwards. */
    peers: { type: 'string' },
    only: { type: 'string', multiple: true, default: ['okta', 'github'] },
    /** Runs the command from its sources also where it is built. */
    source: { type: 'boolean', default: false },
  },
});

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-speed-'));
try {
  const say = (text: string): void => {
    process.stderr.write(`${text}\n`);
  };
  const read = (file: string): InputFile => ({ path: file, text: readFileSync(file, 'utf8') });
  say('Installing the peers…');
  const peers = installPeers(
    values.peers === undefined ? path.join(folder, 'peers') : path.resolve(values.peers),
  );
  const okta = path.join(FOLDERS.corpora, 'okta');
  const mended = path.join(folder, 'okta-mended.yaml');
  const spec = path.join(okta, 'openapi.yaml');
  writeFileSync(mended, mend(read(spec), read(path.join(FOLDERS.overlays, 'okta.yaml'))));
  const specs: readonly Spec[] = [
    {
      id: 'okta',
      title: 'Okta',
      file: spec,
      mended,
      pages: path.join(okta, 'pages/**/*.md'),
    },
    { id: 'github', title: 'GitHub', file: peers.githubSpec, mended: peers.githubSpec, pages: null },
  ];
  for (const spec of specs.filter(({ id }) => values.only.includes(id))) {
    const outputs = path.join(folder, spec.id);
    mkdirSync(outputs);
    const script = plumblineScript(values);
    const command = { script, isBuilt: script === FOLDERS.built };
    const contestants = contestantsOn(spec, { peers, command, folder: outputs });
    const results = race(contestants, Number(values.rounds), say);
    process.stdout.write(`${speedReport(spec, results)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
