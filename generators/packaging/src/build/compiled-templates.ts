import { pathToFileURL } from 'node:url';
import { readTemplates, templateCode } from '@plumbline/render';
import type { Rolldown } from 'tsdown';

/** `readTemplates(new URL('./templates/', import.meta.url))`: the one form in which our sources name their templates. */
const READ = /\breadTemplates(?:<[^()]*>)?\(\s*new URL\(\s*'([^']+)',\s*import\.meta\.url\s*,?\s*\),?\s*\)/g;

/**
 * Compiles the templates of Handlebars with the program that renders them, instead of each time that it runs, and leaves
 * their compiler out of it.
 */
export function compiledTemplates(): Rolldown.Plugin {
  return {
    name: 'plumbline:compiled-templates',
    resolveId: {
      filter: { id: /^handlebars$/ },
      handler(_id, importer) {
        return this.resolve('handlebars/runtime.js', importer, { skipSelf: true });
      },
    },
    transform: {
      order: 'pre',
      filter: { id: /\.ts$/, code: 'readTemplates' },
      handler(code, id) {
        const changed = code.replace(READ, (_whole, target: string) => {
          const templates = Object.entries(readTemplates(new URL(target, pathToFileURL(id))));
          const members = templates.map(
            ([name, source]) => `${JSON.stringify(name)}: ${templateCode(source)}`,
          );
          return `({\n${members.join(',\n')}\n})`;
        });
        return changed === code ? null : { code: changed };
      },
    },
  };
}
