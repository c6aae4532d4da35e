import manifest from '../package.json' with { type: 'json' };

/** Name and version of this package, which manifests and reports name. */
export const GENERATOR = { name: manifest.name, version: manifest.version } as const;
