import { basename } from 'node:path';
import type { Watched } from './watched.ts';

/** Tells of files that are saved, that come and that go. */
export interface Saves {
  /** The files of the next burst, absolute and sorted; null once it is closed. */
  readonly next: () => Promise<readonly string[] | null>;
  /** From now on something else is watched. */
  readonly watch: (watched: readonly Watched[]) => void;
  readonly close: () => Promise<void>;
}

/**
 * Milliseconds without a save, after which those before are one burst: an editor saves all, git checks a branch out. Chokidar
 * says nothing of a second save within 50 ms of the first: it is to be read with that.
 */
const SILENCE = 55;

/** Where nothing that is read lies, and much else. */
const LEFT_OUT = new Set(['node_modules', '.git', '.turbo']);

/** Watches; the promise is kept once everything is seen. */
export async function watchSaves(first: readonly Watched[]): Promise<Saves> {
  const { watch } = await import('chokidar');
  let watched = first;
  let saved = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let wake = () => {};
  const known = new Set(watched.flatMap(({ folders }) => folders));
  const isRead = (file: string) => watched.some((one) => one.isRead(file));
  const watcher = watch([...known], {
    ignoreInitial: true,
    // Editors that put a new file in the place of the old one: one change.
    atomic: SILENCE,
    ignored: (path, stats) =>
      LEFT_OUT.has(basename(path)) ||
      (stats?.isDirectory() === true && !watched.some((one) => one.isOnTheWay(path))) ||
      (stats?.isFile() === true && !isRead(path)),
  });
  watcher.on('all', (event, file) => {
    if (event.endsWith('Dir') || !isRead(file)) return;
    saved.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => wake(), SILENCE);
  });
  // A folder that cannot be looked into: what is in it cannot be read either, which the next run tells.
  watcher.on('error', () => {});
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    async next() {
      if (saved.size === 0 && !isClosed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (isClosed) return null;
      const burst = [...saved].sort();
      saved = new Set();
      return burst;
    },
    watch(more) {
      watched = more;
      const fresh = watched.flatMap(({ folders }) => folders.filter((folder) => !known.has(folder)));
      for (const folder of fresh) known.add(folder);
      if (fresh.length > 0) watcher.add(fresh);
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      wake();
      await watcher.close();
    },
  };
}
