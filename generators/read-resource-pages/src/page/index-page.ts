import { type Dictionary, dictionary, type IndexPage, type Located } from '@plumbline/model';
import { located, type Span } from '../document/page-text.ts';
import { attributeOf, attributeText } from '../markup/attributes.ts';
import { plainTextOf } from '../markup/prose.ts';
import type { Token } from '../markup/token.ts';
import { tokensIn } from '../markup/tokens.ts';
import type { PageContext } from './context.ts';
import { frontMatterText } from './front-matter.ts';
import { checkLinks } from './links.ts';
import type { PageParts } from './resource-page.ts';
import { readSummary } from './summary.ts';

/** `total resources: __1__`, or `<span>total resources:&nbsp;<b>1</b></span>`. */
const TOTAL = /\b(total [a-z ]{1,40}):(?:&nbsp;|\s)*(?:__|\*\*|<b>)?(\d{1,9})/g;

/** Reads the index page of a provider or of a service. */
export function readIndexPage(page: PageContext, parts: PageParts): IndexPage {
  checkLinks(page);
  const lists = parts.sections.filter(({ subject }) => subject.kind === 'entries');
  const isProvider = lists.some(({ subject }) => subject.kind === 'entries' && subject.level === 'provider');
  const preamble = page.text.slice(parts.preamble.start, parts.preamble.end);
  const title = frontMatterText(parts.frontMatter, 'title') ?? folderName(page.file);
  return {
    file: page.file,
    level: isProvider || preamble.includes('Provider Summary') ? 'provider' : 'service',
    name: title,
    title,
    description: readSummary(page, parts.preamble),
    totals: readTotals(preamble),
    entries: lists.flatMap((list) => readLinks(page, list)),
  };
}

function readTotals(preamble: string): Dictionary<number> {
  return dictionary([...preamble.matchAll(TOTAL)].map(([, label = '', count]) => [label, Number(count)]));
}

/** The links of a list, each with its text. */
function readLinks(page: PageContext, list: Span): IndexPage['entries'] {
  let link: { readonly token: Token; readonly href: string } | null = null;
  const entries: { readonly name: Located<string>; readonly href: string }[] = [];
  for (const token of tokensIn(page.tokens, list)) {
    if (token.name !== 'a') continue;
    const href = token.kind === 'open' ? attributeOf(page.text, token, 'href') : null;
    if (href !== null) link = { token, href: attributeText(page.text, href) };
    else if (link !== null) {
      const text = { start: link.token.end, end: token.start };
      entries.push({ name: located(page, text.start, plainTextOf(page, text)), href: link.href });
      link = null;
    }
  }
  return entries;
}

function folderName(file: string): string {
  const parts = file.split('/');
  const name = (parts.pop() ?? '').replace(/\.[^.]*$/, '');
  return name === 'index' ? (parts.pop() ?? name) : name;
}
