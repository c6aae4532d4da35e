import type { DialectAbilities, PageExample, SqlVerb } from '@plumbline/model';
import { parse } from '@plumbline/sql';
import { located, sourceAt } from '../document/page-text.ts';
import { proseOf } from '../markup/prose.ts';
import type { CodeItem } from '../panes/items.ts';
import { codeOf, type Pane } from '../panes/panes.ts';
import type { PageContext } from './context.ts';
import { pageStatements } from './statements.ts';

const LANGUAGES: ReadonlyMap<string, PageExample['language']> = new Map([
  ['sql', 'sql'],
  ['yaml', 'manifest'],
  ['yml', 'manifest'],
]);

/** Tabs of a section of examples that are named after what they show, and not after a method. */
const NO_METHODS: ReadonlySet<string> = new Set(['all', 'required', 'manifest', 'view', 'resource']);

/** The examples under one heading: SQL, and manifests in YAML. Other code is for people. */
export function readExamples(
  page: PageContext,
  panes: readonly Pane[],
  { verb, abilities }: { readonly verb: SqlVerb; readonly abilities: DialectAbilities },
): readonly PageExample[] {
  return panes.flatMap((pane) => {
    const { tab } = pane;
    const code = codeOf(pane);
    if (code.length === 0 && tab !== null) {
      page.report(
        'tab-empty',
        { tab: tab.value.value, section: `${verb.toUpperCase()} examples` },
        tab.start,
      );
    }
    const method = tab === null || NO_METHODS.has(tab.value.value) ? null : tab.value;
    return code.flatMap(({ item, above }): PageExample[] => {
      const language = LANGUAGES.get(item.language);
      if (language === undefined) return [];
      return [
        {
          language,
          verb,
          method: language === 'manifest' ? null : method,
          description: above === null ? '' : proseOf(page, above),
          text: located(page, item.code.offsetAt(0), item.code.text),
          statements:
            language === 'sql' ? readSql(page, item, { method: method?.value ?? null, abilities }) : [],
          source: sourceAt(page, item.start),
        },
      ];
    });
  });
}

function readSql(
  page: PageContext,
  { code }: CodeItem,
  { method, abilities }: { readonly method: string | null; readonly abilities: DialectAbilities },
): PageExample['statements'] {
  const { statements, problems } = parse(code.text);
  const subject = method === null ? {} : { method };
  for (const { start, message } of problems) {
    page.report('example-unreadable', { reason: message }, code.offsetAt(start), { subject });
  }
  const at = (index: number) => sourceAt(page, code.offsetAt(index));
  return pageStatements(statements, { at, abilities });
}
