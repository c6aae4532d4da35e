import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { freePort, startServer } from './loopback-server.ts';

/** A cache of Turborepo's on the loopback interface, which machines share. */
export interface RemoteCache {
  /** What `turbo` reads of it. */
  readonly env: NodeJS.ProcessEnv;
  readonly stop: () => Promise<void>;
}

/** Starts the open-source `turborepo-remote-cache`, which keeps what it is given in a folder. */
export async function startRemoteCache(folder: string): Promise<RemoteCache> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const token = 'secret of this test';
  mkdirSync(folder, { recursive: true });
  const script = path.join(import.meta.dirname, '../node_modules/turborepo-remote-cache/dist/cli.js');
  const { stop } = await startServer(script, [], {
    cwd: folder,
    env: {
      PORT: String(port),
      HOST: '127.0.0.1',
      TURBO_TOKEN: token,
      STORAGE_PROVIDER: 'local',
      STORAGE_PATH: folder,
      LOG_LEVEL: 'silent',
      NODE_ENV: 'production',
    },
    alive: `${url}/v8/artifacts/status`,
  });
  return { env: { TURBO_API: url, TURBO_TEAM: 'team_acme', TURBO_TOKEN: token }, stop };
}
