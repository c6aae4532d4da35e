import type { DialectAbilities, Located, PageExample, PageMethod, SqlVerb } from '@plumbline/model';
import { parse } from '@plumbline/sql';
import { located, sourceAt } from '../document/page-text.ts';
import type { MappedText } from '../markup/mapped-text.ts';
import { proseOf } from '../markup/prose.ts';
import { codeOf, type Pane } from '../panes/panes.ts';
import type { PageContext } from './context.ts';
import { checkManifest } from './manifest.ts';
import { isMethodTab, methodOfTab } from './method-tab.ts';
import { pageStatements } from './statements.ts';

const LANGUAGES: ReadonlyMap<string, PageExample['language']> = new Map([
  ['sql', 'sql'],
  ['yaml', 'manifest'],
  ['yml', 'manifest'],
]);

/** Tabs of older dialects that are named after what they show, and not after a method, unless there is one. */
const NO_METHODS: ReadonlySet<string> = new Set(['all', 'required', 'manifest', 'view', 'resource']);

export interface ExampleOptions {
  readonly verb: SqlVerb;
  readonly abilities: DialectAbilities;
  readonly methods: readonly PageMethod[];
}

/** The examples under one heading: SQL, and manifests in YAML. Other code is for people. */
export function readExamples(
  page: PageContext,
  panes: readonly Pane[],
  options: ExampleOptions,
): readonly PageExample[] {
  return panes.flatMap((pane) => {
    const { tab } = pane;
    const code = codeOf(pane);
    if (code.length === 0 && tab !== null) {
      const section = `${options.verb.toUpperCase()} examples`;
      page.report('tab-empty', { tab: tab.value.value, section }, tab.start);
    }
    return code.flatMap(({ item, above }): PageExample[] => {
      const language = LANGUAGES.get(item.language);
      if (language === undefined) return [];
      if (language === 'manifest') checkManifest(page, item.code);
      const method = language === 'manifest' ? null : methodOf(tab, options);
      return [
        {
          language,
          verb: options.verb,
          method,
          description: above === null ? '' : proseOf(page, above),
          text: located(page, item.code.offsetAt(0), item.code.text),
          statements: language === 'sql' ? readSql(page, item.code, { method, ...options }) : [],
          source: sourceAt(page, item.start),
        },
      ];
    });
  });
}

function methodOf(tab: Pane['tab'], { abilities, methods, verb }: ExampleOptions): Located<string> | null {
  if (tab === null) return null;
  const isKind = !abilities.fieldsPerMethod && NO_METHODS.has(tab.value.value);
  if (isKind && !isMethodTab(tab, methods, verb)) return null;
  return abilities.fieldsPerMethod ? tab.value : methodOfTab(tab.value, methods, verb);
}

function readSql(
  page: PageContext,
  code: MappedText,
  { method, abilities }: ExampleOptions & { readonly method: Located<string> | null },
): PageExample['statements'] {
  const { statements, problems } = parse(code.text);
  const subject = method === null ? {} : { method: method.value };
  for (const { start, message } of problems) {
    page.report('example-unreadable', { reason: message }, code.offsetAt(start), { subject });
  }
  const at = (index: number) => sourceAt(page, code.offsetAt(index));
  return pageStatements(statements, { at, abilities });
}
