import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { providersIn } from './settings.ts';

/** What `emit-docs` tells of a provider in `catalogue.json`. */
export interface Catalogue {
  readonly provider: string;
  readonly title: string;
  readonly description: string;
  readonly specVersion: string;
  readonly href: string;
  readonly services: readonly ServiceEntry[];
  readonly findings: Readonly<Record<'error' | 'warning' | 'info', number>>;
}

export interface ServiceEntry {
  readonly name: string;
  readonly href: string;
  readonly description: string;
  readonly methods: number;
  readonly resources: readonly ResourceEntry[];
}

export interface ResourceEntry {
  readonly name: string;
  readonly href: string;
  readonly description: string;
  /** Methods by SQL verb. */
  readonly verbs: Readonly<Record<string, number>>;
  readonly findings: number;
}

/** The catalogues of the providers in the content folder. Throws where one is not JSON: it is emitted, never written by hand. */
export function readCatalogues(content: string): readonly Catalogue[] {
  return providersIn(content)
    .map((provider) => path.join(content, provider, 'catalogue.json'))
    .filter((file) => existsSync(file))
    .map((file): Catalogue => JSON.parse(readFileSync(file, 'utf8')));
}
