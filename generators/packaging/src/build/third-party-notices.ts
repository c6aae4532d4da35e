import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rolldown } from 'tsdown';

/** Writes `THIRD-PARTY-NOTICES.txt`: name, version and licence of every package that the output holds code of. */
export function thirdPartyNotices(): Rolldown.Plugin {
  return {
    name: 'plumbline:third-party-notices',
    generateBundle(_options, bundle) {
      const folders = new Set<string>();
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(output.modules)) {
          const folder = renderedLength > 0 ? packageFolder(id) : null;
          if (folder !== null) folders.add(folder);
        }
      }
      const notices = [...folders].map(noticeOf).sort();
      if (notices.length === 0) return;
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source: notices.join('\n') });
    },
  };
}

/** The folder of the package below `node_modules` that a module belongs to. */
function packageFolder(id: string): string | null {
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1] ?? null;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  /** As manifests of old have it. */
  readonly licenses?: readonly { readonly type: string }[];
  readonly author?: string | { readonly name: string };
}

function noticeOf(folder: string): string {
  const { name, version, license, licenses, author }: Manifest = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const terms = license ?? licenses?.map(({ type }) => type).join(' or ');
  if (terms === undefined) throw new Error(`${name} states no licence`);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text =
    file === undefined
      ? `Copyright: ${(typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`}`
      : readFileSync(join(folder, file), 'utf8').trim();
  return `${name}@${version} (${terms})\n\n${text}\n`;
}
