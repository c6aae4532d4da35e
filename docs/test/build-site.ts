import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const docs = path.join(import.meta.dirname, '..');

export interface BuiltSite {
  readonly folder: string;
  remove(): Promise<void>;
}

export interface SiteOptions {
  readonly provider: string;
  readonly spec: string;
  /** A glob. */
  readonly pages?: string;
  /** What else its config says. */
  readonly config?: { readonly [key: string]: unknown };
  /** Folders of content that is there already, by provider. */
  readonly beside?: { readonly [provider: string]: string };
  /** What the build is told: `PLUMBLINE_DOCS_…`. */
  readonly settings?: { readonly [variable: string]: string };
}

/** Generates the pages of a provider by the command itself, and builds a site of them in a folder of its own. */
export async function buildSite({
  provider,
  spec,
  pages,
  config = {},
  beside = {},
  settings = {},
}: SiteOptions): Promise<BuiltSite> {
  const work = await mkdtemp(path.join(tmpdir(), 'plumbline-site-'));
  const content = path.join(work, 'content');
  const whole = {
    ...config,
    provider,
    spec: [path.relative(work, spec)],
    pages: pages === undefined ? [] : [path.relative(work, pages)],
    docs: { dir: `content/${provider}` },
  };
  await writeFile(path.join(work, 'plumbline.config.ts'), `export default ${JSON.stringify(whole)};`);
  const run = (name: string, args: readonly string[], cwd: string, environment = {}) =>
    execute(path.join(docs, 'node_modules/.bin', name), args, {
      cwd,
      maxBuffer: 2 ** 27,
      env: { ...process.env, ...environment },
    });
  await run('plumbline', ['generate', '--only', 'docs', '--fail-on', 'never', '--quiet'], work);
  for (const [name, folder] of Object.entries(beside)) {
    await mkdir(content, { recursive: true });
    await cp(folder, path.join(content, name), { recursive: true });
  }
  const folder = path.join(work, 'site');
  await run('docusaurus', ['build', '--out-dir', folder], docs, {
    PLUMBLINE_DOCS_CONTENT: content,
    // Builds that run at the same time would write into one another's files.
    DOCUSAURUS_GENERATED_FILES_DIR_NAME: `.docusaurus-${provider}`,
    DOCUSAURUS_NO_PERSISTENT_CACHE: 'true',
    ...settings,
  });
  return { folder, remove: () => rm(work, { recursive: true, force: true }) };
}
