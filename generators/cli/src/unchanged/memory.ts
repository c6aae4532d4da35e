import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputFile } from '@plumbline/model';
import type { Host } from '../host.ts';
import { isUrl } from '../inputs/is-url.ts';
import { folderOf, type Job, type Target } from '../jobs/job.ts';
import { sha256 } from '../output/sha256.ts';
import type { TargetPlan } from '../output/target-plan.ts';
import type { ProviderDocuments } from '../pipeline/reconcile-documents.ts';
import { cacheFolder } from './cache-folder.ts';
import { type Findings, readRecord, writeRecord } from './record.ts';
import { unchangedOutput } from './unchanged-outputs.ts';

/** What is known of an earlier run of the same job. */
export interface Memory {
  /** What the run comes to, if all that it is given and all that it would write is as it was; else null. */
  readonly recall: () => (Findings & { readonly plans: readonly TargetPlan[] }) | null;
  /** Call it when what is planned stands on disk. */
  readonly remember: (findings: Findings, plans: readonly TargetPlan[]) => void;
}

export interface MemoryInput {
  readonly job: Job;
  readonly documents: ProviderDocuments;
  readonly targets: readonly Target[];
  readonly referenced: TracedReads;
  /** Of the code that reads and emits. */
  readonly identity: (() => unknown) | null;
  readonly host: Pick<Host, 'cwd' | 'env'>;
}

/** Opens the memory of a job that emits; null where there is no place to keep it. */
export function openMemory(input: MemoryInput): Memory | null {
  const { job, targets, identity } = input;
  const { cwd, env } = input.host;
  const folder = cacheFolder(cwd, env);
  if (folder === null || identity === null || targets.length === 0) return null;
  const file = join(folder, `${sha256([cwd, job.provider, ...targets.map(folderOf)].join('\0'))}.json`);
  return memoryIn(file, fingerprintOf(input, identity()), input);
}

function fingerprintOf({ job, documents, targets, host: { cwd } }: MemoryInput, identity: unknown): string {
  // Findings may lie in the config: its text counts besides its value.
  const config = job.config === null ? null : readFileSync(job.config, 'utf8');
  return sha256(JSON.stringify([identity, cwd, targets, config, job, documents], hashedText));
}

/** Keeps no documents: a memory is asked to remember when all providers are done. */
function memoryIn(
  file: string,
  fingerprint: string,
  { targets, referenced, host: { cwd } }: Pick<MemoryInput, 'targets' | 'referenced' | 'host'>,
): Memory {
  return {
    recall() {
      const record = readRecord(file);
      if (record?.fingerprint !== fingerprint) return null;
      const isSame = record.referenced.every(([path, hash]) => hashOf(referenced.look(path)) === hash);
      if (!isSame) return null;
      const plans = targets.flatMap((target) => {
        const output = record.outputs.find((one) => one.output === target.output);
        return (output && unchangedOutput(target, output, cwd)) ?? [];
      });
      return plans.length === targets.length ? { ...record, plans } : null;
    },
    remember({ diagnostics, silenced, counts }, plans) {
      const reads = [...referenced.seen];
      // What is kept is reported anew each time, and what is on the network may change.
      if (plans.some(({ kept }) => kept.length > 0) || reads.some(([path]) => isUrl(path))) return;
      writeRecord(file, {
        fingerprint,
        referenced: reads,
        outputs: plans.map(({ target, manifestText, hasScaffold, regionFiles }) => ({
          output: target.output,
          manifest: manifestText,
          hasScaffold,
          regionFiles,
        })),
        diagnostics,
        silenced,
        counts,
      });
    },
  };
}

/** Texts of documents are long, and sooner hashed than written as JSON. */
function hashedText(key: string, value: unknown): unknown {
  return key === 'text' && typeof value === 'string' ? sha256(value) : value;
}

function hashOf(file: InputFile | undefined): string | null {
  return file === undefined ? null : sha256(file.text);
}

type Look = (path: string) => InputFile | undefined;

/** A way to files that notes what was asked for, and what was there. */
export interface TracedReads {
  readonly look: Look;
  readonly read: Look;
  /** SHA-256 of the text; null where there was no file. */
  readonly seen: ReadonlyMap<string, string | null>;
}

export function traceReads(look: Look): TracedReads {
  const seen = new Map<string, string | null>();
  return {
    look,
    seen,
    read(path) {
      const found = look(path);
      seen.set(path, hashOf(found));
      return found;
    },
  };
}
