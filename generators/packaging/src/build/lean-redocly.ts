import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Rolldown } from 'tsdown';
import { usedParts } from './used-parts.ts';

/**
 * Bundles of the helpers of Redocly's core only those that its reading of references uses, which is all that the types of
 * openapi-typescript take of it. The others load what documents are fetched with, Node.js's `https` too.
 */
export function leanRedocly(): Rolldown.Plugin {
  return {
    name: 'plumbline:lean-redocly',
    transform: {
      filter: { id: /\/@redocly\/openapi-core\/lib\/utils\.js$/ },
      handler(code, id) {
        const { text, found } = usedParts(code, this.parse(code).body, helpersUsed(dirname(id)));
        return { code: [text, ...found.map((name) => `exports.${name} = ${name};`), ''].join('\n') };
      },
    },
  };
}

/** By the module beside it that reads references. */
function helpersUsed(folder: string): readonly string[] {
  const text = readFileSync(join(folder, 'ref-utils.js'), 'utf8');
  const names = [...text.matchAll(/\butils_1\.(\w+)/g)].map(([, name = '']) => name);
  if (names.length === 0) throw new Error('Redocly’s core no longer reads references by helpers.');
  return [...new Set(names)].sort();
}
