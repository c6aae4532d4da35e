import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DraftDiagnostic, InputFile } from '@plumbline/model';
import { isUrl } from './is-url.ts';
import { readInputs } from './read.ts';
import { fetchDocument, notFetched } from './remote.ts';

/** Reads the files that a spec's `$ref`s lead to. */
export interface ReferencedFiles {
  /** The file at a path as findings show it; undefined where there is none, or none yet. */
  readonly read: (path: string) => InputFile | undefined;
  /** Fetches the URLs that were asked for since the last call; the answer is whether there were any. */
  readonly fetch: () => Promise<boolean>;
  /** Why files could not be read that are there. */
  readonly problems: readonly DraftDiagnostic[];
}

const OPTION = 'the spec';

/** How far a spec may lead: each round reads it anew, with what the round before has fetched. */
const LIMITS = { rounds: 20, documents: 1000 };

/** `allowRemote`: URLs may be fetched. */
export function referencedFiles(cwd: string, allowRemote: boolean, limits = LIMITS): ReferencedFiles {
  const problems: DraftDiagnostic[] = [];
  const fetched = new Map<string, InputFile | undefined>();
  const wanted = new Set<string>();
  let rounds = 0;

  function readFile(path: string): InputFile | undefined {
    const file = resolve(cwd, path);
    if (!isFile(file)) return undefined;
    const read = readInputs([file], { cwd, option: OPTION });
    problems.push(...read.problems);
    return read.files[0];
  }

  return {
    problems,
    read(path) {
      if (!isUrl(path)) return readFile(path);
      if (allowRemote && !fetched.has(path)) wanted.add(path);
      return fetched.get(path);
    },
    async fetch() {
      const urls = [...wanted];
      wanted.clear();
      const [first] = urls;
      if (first === undefined) return false;
      rounds += 1;
      const isTooFar = rounds > limits.rounds;
      if (isTooFar || fetched.size + urls.length > limits.documents) {
        const reason = isTooFar
          ? `it is referred to through more than ${limits.rounds} others`
          : `the spec refers to more than ${limits.documents} documents on the network`;
        problems.push(notFetched(first, OPTION, reason));
        return false;
      }
      for (const url of urls) {
        const answer = await fetchDocument(url);
        fetched.set(url, 'text' in answer ? answer : undefined);
        if ('reason' in answer) problems.push(notFetched(url, OPTION, answer.reason));
      }
      return true;
    },
  };
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // A part of the path is a file, or the name is too long: nothing is there.
    return false;
  }
}
