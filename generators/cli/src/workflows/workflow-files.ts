import { readFileSync } from 'node:fs';

/** A file of a repository, its path relative to the root. */
export interface WorkflowFile {
  readonly path: string;
  readonly content: string;
}

const TEMPLATES = new URL('./templates/', import.meta.url);

/** Where each template goes. */
const PATHS = {
  'plumbline.yml': '.github/workflows/plumbline.yml',
  'regenerate.yml': '.github/workflows/regenerate.yml',
  'release.yml': '.github/workflows/release.yml',
  'site.yml': '.github/workflows/site.yml',
  'dependabot.yml': '.github/dependabot.yml',
} as const;

/**
 * The workflows of a repository: check of pull requests, regeneration, release and site, and what keeps the actions in them
 * fresh. They name nothing of a provider: what they run is scripts of the root's package.json (`plumbline`, `build`,
 * `version-packages`, `release`), by pnpm.
 */
export function workflowFiles(): readonly WorkflowFile[] {
  return Object.entries(PATHS).map(([template, path]) => ({
    path,
    content: readFileSync(new URL(template, TEMPLATES), 'utf8'),
  }));
}
