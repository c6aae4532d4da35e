import type { DraftDiagnostic } from '../diagnostics/diagnostic.ts';
import type { Dictionary } from '../dictionary.ts';
import type { JsonValue } from '../json.ts';
import type { Source } from '../origin.ts';
import type { CellNotes } from './cell-notes.ts';
import type { Dialect } from './dialect.ts';
import type { PageIgnore } from './ignore.ts';
import type { Located } from './located.ts';
import type { SqlVerb } from './sql-verb.ts';
import type { PageStatement } from './statement.ts';

/** What the pages say: the answer of `read-resource-pages`. */
export interface Pages {
  readonly resources: readonly ResourcePage[];
  readonly indexes: readonly IndexPage[];
  /** What comments silence, of pages that are left out too. */
  readonly ignores: readonly PageIgnore[];
  readonly diagnostics: readonly DraftDiagnostic[];
}

/**
 * One resource page, every fact at its place.
 *
 * Prose (summary, captions, descriptions) is Markdown, as the descriptions of a spec are. What the page's format put
 * on top is taken off: character references (inside backticks too), `<br />` (a newline), `<code>x</code>` (backticks),
 * `\{` `\}` `\<` `\>`, and `\|` in a pipe table. Emphasis, links, other tags and other escapes stay as they are written.
 * Names, types and verbs are plain text.
 *
 * Names are unique: of two methods, of two parameters, of two fields of one set the first is kept, and the other is
 * reported as `row-duplicate`.
 */
export interface ResourcePage {
  readonly file: string;
  readonly dialect: Dialect;
  readonly frontMatter: Dictionary<JsonValue>;
  /** `okta.users.oauth_tokens`: the Id row of the overview, else made from provider, folder and title. */
  readonly id: Located<string>;
  readonly name: Located<string>;
  readonly kind: 'resource' | 'view';
  /** The sentence under the imports: null where there is none. */
  readonly summary: Located<string> | null;
  /** Rows of the overview table other than Name, Type and Id (`Lifecycle` is ours). */
  readonly overview: readonly { readonly label: string; readonly text: Located<string> }[];
  readonly fieldSets: readonly FieldSet[];
  readonly methods: readonly PageMethod[];
  readonly parameters: readonly PageParameter[];
  readonly examples: readonly PageExample[];
  /** Where the section's heading is; null where the page has none. */
  readonly sections: PageSections;
}

export interface PageSections {
  readonly overview: Source | null;
  readonly fields: Source | null;
  readonly methods: Source | null;
  readonly parameters: Source | null;
}

/** The Fields table of one tab, or the only one. */
export interface FieldSet {
  /** The method that returns these fields: the tab's value. Null for a view, and where they are the resource's. */
  readonly method: Located<string> | null;
  /** The view that has these fields, `vw_protected_items`; null elsewhere. */
  readonly view: Located<string> | null;
  /** The text above the table in its tab: the response's description, `Success`. */
  readonly caption: string;
  readonly fields: readonly PageField[];
  /** `SELECT` is said not to be supported. */
  readonly unsupported: boolean;
  /** Set where the table is data (`<SchemaTable>`) and tells no format of any field: that is not drift. */
  readonly withoutFormats?: true;
  readonly source: Source;
}

export interface PageField {
  readonly name: Located<string>;
  /** From a `(wire: x)` hint: the name in the API, where the page shows another. */
  readonly wireName: string | null;
  /** Null where the cell is empty, and where the table has no such column. */
  readonly type: Located<PageType> | null;
  /** Prose without its trailing notes; empty where the cell is, null where the table has no such column. */
  readonly description: Located<string> | null;
  readonly notes: CellNotes;
  /** Where the content of the row's first cell starts. */
  readonly source: Source;
}

/** `integer (int32)`: type `integer`, format `int32`. */
export interface PageType {
  readonly type: string;
  readonly format: string | null;
}

/** A row of the Methods table. */
export interface PageMethod {
  readonly name: Located<string>;
  /** The name of the resource that the method is of, where the table has such a column: the page's own, or a sibling. */
  readonly resource?: string;
  /** The target of the name's link, without `#`; null where it is not linked. */
  readonly anchor: string | null;
  /** Null where the cell holds no known verb (which the reader reports). */
  readonly verb: Located<SqlVerb> | null;
  readonly required: readonly PageParameterName[];
  /** Null where the dialect has no such column. */
  readonly optional: readonly PageParameterName[] | null;
  /** Empty where the cell is, null where the table has no such column. */
  readonly description: Located<string> | null;
  /** Where the content of the row's first cell starts. */
  readonly source: Source;
}

/** A parameter as the Methods table names it. `data__profile` is the body property `profile`. */
export interface PageParameterName {
  readonly name: Located<string>;
  /** The target of the name's link, without `#`. */
  readonly anchor: string | null;
}

/** A row of the Parameters table. */
export interface PageParameter {
  readonly name: Located<string>;
  readonly wireName: string | null;
  /** The row's `id` attribute. */
  readonly anchor: string | null;
  /** Null where the cell is empty, and where the table has no such column. */
  readonly type: Located<PageType> | null;
  /** Prose without its trailing notes; empty where the cell is, null where the table has no such column. */
  readonly description: Located<string> | null;
  readonly notes: CellNotes;
  /** Where the content of the row's first cell starts. */
  readonly source: Source;
}

export interface PageExample {
  readonly language: 'sql' | 'manifest';
  /** From the heading; lifecycle examples are `exec`. */
  readonly verb: SqlVerb;
  /** The tab's value, where that is a method's name: not for a manifest, nor for tabs such as `All Properties`. */
  readonly method: Located<string> | null;
  /** The text above it. */
  readonly description: string;
  /** The code, line endings as `\n`. */
  readonly text: Located<string>;
  /** What the SQL says; empty for a manifest and where the text could not be read. */
  readonly statements: readonly PageStatement[];
  /** Where the fence or the code block starts. */
  readonly source: Source;
}

/** A provider's or a service's index page. */
export interface IndexPage {
  readonly file: string;
  readonly level: 'provider' | 'service';
  /** `okta` or `users`. */
  readonly name: string;
  readonly title: string;
  readonly description: Located<string> | null;
  /** `total services`, `total resources` as the page says them. */
  readonly totals: Dictionary<number>;
  /** Links of the Resources or Services list: text and target. */
  readonly entries: readonly { readonly name: Located<string>; readonly href: string }[];
}
