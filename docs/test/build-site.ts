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

/** A provider whose pages are emitted: its documents, as its folder holds them. */
export interface ProviderDocuments {
  readonly provider: string;
  /** Texts, or files elsewhere, by their paths in the folder: `openapi.json`, and pages in `resources`. */
  readonly files: { readonly [path: string]: { readonly text: string } | { readonly from: string } };
  readonly spec: string;
  /** What else its config says. */
  readonly config?: { readonly [key: string]: unknown };
}

export interface SiteOptions {
  readonly providers: readonly ProviderDocuments[];
  /** Folders of content that is there already, by provider. */
  readonly beside?: { readonly [provider: string]: string };
  /** What the build is told: `PLUMBLINE_DOCS_…`. */
  readonly settings?: { readonly [variable: string]: string };
}

/** Generates the pages of providers by the command itself, and builds a site of them in a folder of its own. */
export async function buildSite({ providers, beside = {}, settings = {} }: SiteOptions): Promise<BuiltSite> {
  const work = await mkdtemp(path.join(tmpdir(), 'plumbline-site-'));
  const content = path.join(work, 'content');
  await mkdir(content);
  const run = (name: string, args: readonly string[], cwd: string, environment = {}) =>
    execute(path.join(docs, 'node_modules/.bin', name), args, {
      cwd,
      maxBuffer: 2 ** 27,
      env: { ...process.env, ...environment },
    });
  for (const documents of providers) await writeDocuments(path.join(work, 'specs'), documents);
  await run('plumbline', ['generate', '--only', 'docs', '--fail-on', 'never', '--quiet'], work);
  for (const [name, folder] of Object.entries(beside)) {
    await cp(folder, path.join(content, name), { recursive: true });
  }
  const folder = path.join(work, 'site');
  await run('docusaurus', ['build', '--out-dir', folder], docs, {
    PLUMBLINE_DOCS_CONTENT: content,
    // A build that runs at the same time would write into the same files.
    DOCUSAURUS_GENERATED_FILES_DIR_NAME: '.docusaurus-test',
    DOCUSAURUS_NO_PERSISTENT_CACHE: 'true',
    ...settings,
  });
  return { folder, remove: () => rm(work, { recursive: true, force: true }) };
}

async function writeDocuments(
  specs: string,
  { provider, files, spec, config }: ProviderDocuments,
): Promise<void> {
  const folder = path.join(specs, provider);
  await mkdir(folder, { recursive: true });
  for (const [name, file] of Object.entries(files)) {
    const target = path.join(folder, name);
    if ('text' in file) await writeFile(target, file.text);
    else await cp(file.from, target);
  }
  const hasPages = Object.keys(files).some((name) => name.startsWith('resources/'));
  const whole = {
    ...config,
    provider,
    spec: [spec],
    pages: hasPages ? ['resources/**/*.md'] : [],
    docs: { dir: `../../content/${provider}` },
  };
  await writeFile(path.join(folder, 'plumbline.config.ts'), `export default ${JSON.stringify(whole)};`);
}
