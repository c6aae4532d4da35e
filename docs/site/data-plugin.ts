import type { Plugin } from '@docusaurus/types';

/**
 * A plugin for the data beside pages: by default the bundler follows which of its members are used at any depth, and holds
 * a record of each. All of them are.
 */
export function dataPlugin(): Plugin {
  return {
    name: 'plumbline-data',
    configureWebpack: () => ({ module: { parser: { json: { exportsDepth: 1 } } } }),
  };
}
