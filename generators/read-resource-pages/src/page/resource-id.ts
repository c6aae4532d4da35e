import type { Dictionary, JsonValue, Located } from '@plumbline/model';
import { located } from '../document/page-text.ts';
import type { PageContext } from './context.ts';
import { frontMatterText } from './front-matter.ts';
import type { Overview } from './overview.ts';

/** Folders that say what their pages are, and no service. */
const KINDS: ReadonlySet<string> = new Set(['docs', 'pages', 'providers', 'resources', 'services']);

const ID = /^[^.\s]+\.[^.\s]+\.\S+$/;

/** The resource's id: the Id row, or where that is missing or no id, one made from provider, folder and title. */
export function readResourceId(
  page: PageContext,
  overview: Overview,
  {
    provider,
    frontMatter,
  }: { readonly provider: string | null; readonly frontMatter: Dictionary<JsonValue> },
): Located<string> {
  const given = overview.id;
  if (given !== null && ID.test(given.value)) return located(page, given.offset, given.value);
  const folders = page.file.split('/').filter((folder) => !KINDS.has(folder));
  const file = (folders.pop() ?? '').replace(/\.[^.]*$/, '');
  const own = file === 'index' ? (folders.pop() ?? file) : file;
  const service = folders.pop() ?? own;
  const name = overview.name?.value ?? frontMatterText(frontMatter, 'title') ?? own;
  const id = [provider ?? folders.pop() ?? 'provider', service, name].join('.');
  const offset = given?.offset ?? 0;
  page.report('page-id-missing', { given: given?.value ?? null, id }, offset, { subject: { resource: id } });
  return located(page, offset, id);
}
