import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The generators that Plumbline is measured beside, what their output needs, and GitHub's spec. */
const PACKAGES = {
  'openapi-typescript': '7.13.0',
  'openapi-fetch': '0.17.0',
  typescript: '5.9.3',
  '@redocly/cli': '2.77.0',
  '@hey-api/openapi-ts': '0.99.0',
  '@okta/okta-sdk-nodejs': '8.1.0',
  '@octokit/openapi': '23.0.2',
} as const;

export interface Peers {
  readonly openapiTypescript: string;
  readonly redocly: string;
  readonly heyApi: string;
  readonly typescript5: string;
  readonly githubSpec: string;
  /** What emitted clients are written for. */
  readonly openapiFetch: string;
  readonly oktaSdk: string;
}

/**
 * Installs the peers into a folder, and answers where their command lines are. What is there already stays: name a
 * folder of your own to install once.
 */
export function installPeers(folder: string): Peers {
  mkdirSync(folder, { recursive: true });
  const inModules = (file: string): string => path.join(folder, 'node_modules', file);
  const peers = {
    openapiTypescript: inModules('openapi-typescript/bin/cli.js'),
    redocly: inModules('@redocly/cli/bin/cli.js'),
    heyApi: inModules('@hey-api/openapi-ts/bin/run.js'),
    typescript5: inModules('typescript/bin/tsc'),
    githubSpec: inModules('@octokit/openapi/generated/api.github.com.json'),
    openapiFetch: inModules('openapi-fetch'),
    oktaSdk: inModules('@okta/okta-sdk-nodejs'),
  };
  if (Object.values(peers).every((file) => existsSync(file))) return peers;
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return peers;
}
