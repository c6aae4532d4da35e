import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { InputFile } from '@plumbline/model';
import { FOLDERS } from '../folders.ts';
import type { Peers } from '../peers.ts';
import { mend } from '../speed/mend.ts';

/** An API whose clients are compared. */
export interface Subject {
  readonly id: 'okta' | 'github';
  readonly title: string;
  readonly spec: string;
  /** A copy that every peer can read. */
  readonly mended: string;
  /** How Plumbline is told of it. */
  readonly config: string;
  /** The operation of the bundle with one call; its answer has pages. */
  readonly operation: string;
  /** Everything of this subject is written here. */
  readonly folder: string;
}

/** Writes what the generators are given, each subject to a folder of its own. */
export function prepareSubjects(folder: string, peers: Peers): readonly Subject[] {
  const okta = path.join(FOLDERS.corpora, 'okta');
  const spec = path.join(okta, 'openapi.yaml');
  return [
    subject('okta', 'Okta', {
      folder,
      spec,
      mended: mend(read(spec), read(path.join(FOLDERS.overlays, 'okta.yaml'))),
      operation: 'GET /api/v1/users',
      // As the embedded provider has it.
      settings: {
        pages: [path.join(okta, 'pages/**/*.md')],
        serverVariables: { subdomain: { url: 'https://{subdomain}.okta.com', env: 'OKTA_SUBDOMAIN' } },
        auth: { apiToken: { prefix: 'SSWS ', env: 'OKTA_API_TOKEN' } },
        pagination: { kind: 'link' },
        errors: { message: 'errorSummary', code: 'errorCode', id: 'errorId' },
        rateLimit: { reset: 'x-rate-limit-reset' },
      },
    }),
    subject('github', 'GitHub', {
      folder,
      spec: peers.githubSpec,
      mended: null,
      operation: 'GET /repos/{owner}/{repo}/issues',
      settings: {},
    }),
  ];
}

function subject(
  id: Subject['id'],
  title: string,
  given: {
    readonly folder: string;
    readonly spec: string;
    readonly mended: string | null;
    readonly operation: string;
    readonly settings: object;
  },
): Subject {
  const { spec, operation } = given;
  const folder = path.join(given.folder, id);
  mkdirSync(folder, { recursive: true });
  const config = path.join(folder, 'plumbline.config.mjs');
  const settings = {
    provider: id,
    spec: [spec],
    client: { package: `${id}-client`, dir: path.join(folder, 'emitted') },
    ...given.settings,
  };
  writeFileSync(config, `export default ${JSON.stringify(settings)};\n`);
  if (given.mended === null) return { id, title, spec, mended: spec, config, operation, folder };
  const mended = path.join(folder, 'mended.yaml');
  writeFileSync(mended, given.mended);
  return { id, title, spec, mended, config, operation, folder };
}

function read(file: string): InputFile {
  return { path: file, text: readFileSync(file, 'utf8') };
}
