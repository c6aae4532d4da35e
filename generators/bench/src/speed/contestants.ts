import path from 'node:path';
import { generateArguments } from '../child/plumbline.ts';
import type { Command } from '../child/run-measured.ts';
import type { Peers } from '../peers.ts';

/** One row of the table: a generator on a spec. */
export interface Contestant {
  readonly id: string;
  readonly title: string;
  /** Where it writes: empty before each run. */
  readonly folder: string;
  readonly command: Command;
  /** Finds in its folder, and in the cache, what the one before it left. */
  readonly isRerun: boolean;
  /** Code that Node.js compiled in an earlier run is kept, as it is on a user's machine. */
  readonly keepsCompiled: boolean;
}

export interface Spec {
  readonly id: 'okta' | 'github';
  readonly title: string;
  readonly file: string;
  /** A copy that every peer can read. */
  readonly mended: string;
  readonly pages: string | null;
}

export interface Surroundings {
  readonly peers: Peers;
  /** Plumbline's own. */
  readonly command: { readonly script: string; readonly isBuilt: boolean };
  /** Where all of them write. */
  readonly folder: string;
}

export function contestantsOn(spec: Spec, { peers, command, folder }: Surroundings): readonly Contestant[] {
  const own = (id: string): string => path.join(folder, `${spec.id}-${id}`);
  const contestant = (id: string, title: string, script: string, args: readonly string[]): Contestant => ({
    id,
    title,
    folder: own(id),
    command: { script, args, cwd: folder },
    isRerun: false,
    keepsCompiled: false,
  });
  const generate = (id: string, title: string, pages: string | null, ...more: readonly string[]) => {
    const documents = ['--spec', spec.file, ...(pages === null ? [] : ['--pages', pages])];
    const provider = ['--provider', spec.id, ...documents, '--out', own(id)];
    const report = path.join(folder, 'report.json');
    return contestant(id, title, command.script, generateArguments(report, ...provider, ...more));
  };
  const { pages } = spec;
  const name = command.isBuilt ? 'Plumbline' : 'Plumbline from source';
  const wholeTitle = `${name}, three outputs${pages === null ? ', no pages' : ', all pages'}`;
  const whole = generate('whole', wholeTitle, pages);
  return [
    whole,
    { ...whole, id: 'unchanged', title: `${name}, the same again`, isRerun: true },
    { ...generate('whole-compiled', `${wholeTitle}, code compiled before`, pages), keepsCompiled: true },
    generate('client', `${name}, \`--only client\`, no pages`, null, '--only', 'client'),
    contestant('openapi-typescript', 'openapi-typescript (types)', peers.openapiTypescript, [
      spec.file,
      '-o',
      path.join(own('openapi-typescript'), 'types.ts'),
    ]),
    contestant('redocly', 'Redocly `generate-client`', peers.redocly, [
      'generate-client',
      spec.file,
      '-o',
      path.join(own('redocly'), 'client.ts'),
    ]),
    contestant('hey-api', `hey-api${spec.mended === spec.file ? '' : ' (mended spec)'}`, peers.heyApi, [
      '-i',
      spec.mended,
      '-o',
      path.join(own('hey-api'), 'client'),
      '--no-log-file',
    ]),
  ];
}
