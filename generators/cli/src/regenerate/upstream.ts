import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isObject, member } from '@plumbline/model';
import { fetchText } from '../inputs/remote.ts';
import type { Upstream } from '../jobs/job.ts';
import { makeFolders } from '../output/make-folders.ts';
import { sha256 } from '../output/sha256.ts';
import { systemErrorReason } from '../system-error.ts';

/** A file that is published otherwise than it is on disk. */
export interface NewText {
  readonly file: string;
  /** Null: there is no such file yet. */
  readonly before: string | null;
  readonly after: string;
}

/** Fetches what is published. The answer holds the files that change; or which address gives nothing, and why. */
export async function fetchUpstream(
  upstream: readonly Upstream[],
  cache: string | null,
): Promise<{ readonly changed: readonly NewText[] } | { readonly url: string; readonly reason: string }> {
  const tags = openTags(cache);
  const changed: NewText[] = [];
  for (const { file, url } of upstream) {
    const before = existsSync(file) ? readFileSync(file, 'utf8') : null;
    const fetched = await fetchText(url, { etag: tags.of(url, before) });
    if ('reason' in fetched) return { url, reason: fetched.reason };
    if (!('text' in fetched)) continue;
    tags.set(url, fetched.text, fetched.etag);
    if (fetched.text !== before) changed.push({ file, before, after: fetched.text });
  }
  tags.save();
  return { changed };
}

interface Tags {
  /** The entity tag of a text, if that is what the address gave last. */
  readonly of: (url: string, text: string | null) => string | null;
  readonly set: (url: string, text: string, etag: string | null) => void;
  readonly save: () => void;
}

/** Entity tags are kept where they may be lost: they save a transfer, nothing hangs on them. */
function openTags(cache: string | null): Tags {
  const path = cache === null ? null : join(cache, 'upstream.json');
  const known = new Map<string, unknown>(Object.entries(path === null ? {} : readTags(path)));
  return {
    of(url, text) {
      const entry = known.get(url);
      const etag = member(entry, 'etag');
      return text !== null && typeof etag === 'string' && member(entry, 'sha256') === sha256(text)
        ? etag
        : null;
    },
    set(url, text, etag) {
      known.set(url, { etag, sha256: sha256(text) });
    },
    save() {
      if (path === null) return;
      try {
        makeFolders(dirname(path));
        writeFileSync(path, `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`);
      } catch (error) {
        if (systemErrorReason(error) === null) throw error;
      }
    },
  };
}

function readTags(path: string): object {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
