import type { Severity } from '@plumbline/model';
import type { RichText } from '@plumbline/render';

/**
 * What a page tells beyond its format: `facts.json` beside it, which the site's components show. All of it is plain text
 * as it is shown, and ids and addresses that are ready to be used; lists are named by their places alone, so that no
 * key is a name from a document.
 */
export interface PageData {
  readonly rows: readonly RowData[];
  readonly methods: readonly MethodData[];
  readonly examples: readonly ExampleData[];
}

/** What stands at the end of a row of a table of fields or parameters. */
export interface RowData {
  /** What each item of a list is. */
  readonly items?: string;
  /** Which variants of a schema have the field, and which require it. */
  readonly only?: string;
  readonly nested?: NestedData;
  /** What the name means to methods to which it means something else than the row says. */
  readonly differing?: readonly DifferingData[];
  readonly used?: UseData;
}

export interface DifferingData {
  readonly methods: readonly MethodLink[];
  readonly type: string;
  readonly text: RichText;
  readonly notes?: string;
}

export interface UseData {
  /** Places with commas between them: `path, query`. */
  readonly in: string;
  /** Null: every method. */
  readonly by: readonly MethodLink[] | null;
}

/** A method and the id of its row, which by default is its name. */
export type MethodLink = string | readonly [name: string, id: string];

/** What is opened in place of a value: fields or variants, or where the page tells of them already. */
export interface NestedData {
  readonly label: string;
  /** Then there is nothing to open. */
  readonly href?: string;
  readonly id?: string;
  readonly rows?: readonly NestedRow[];
  /** The property by whose value the variants are told apart. */
  readonly by?: string;
  readonly variants?: readonly (string | NestedData)[];
  /** How many rows or variants there are; absent: as many as are listed. */
  readonly total?: number;
}

export interface NestedRow {
  readonly name: string;
  readonly type: string;
  readonly text: RichText;
  /** Facts behind the description: `(default: 20) (read-only)`. */
  readonly notes?: string;
  readonly only?: string;
  readonly nested?: NestedData;
}

/** A method's request and responses. */
export interface MethodData {
  readonly id: string;
  readonly name: string;
  /** The id of its example. */
  readonly example: string;
  /** Where parameters are sent: `Path`, `Query`. */
  readonly params: readonly (readonly [place: string, params: readonly ParameterLink[]])[];
  readonly body?: BodyData;
  /** Alternatives, each the schemes that are needed together; a scheme is followed by its scopes. */
  readonly credentials: readonly (readonly (readonly [scheme: string, ...scopes: string[]])[])[];
  readonly pages?: RichText;
  readonly rateLimit?: RichText;
  /** The spec's file and a JSON pointer into it (RFC 6901). */
  readonly spec: readonly [file: string, pointer: string];
  readonly operationId?: string;
  readonly responses: readonly ResponseData[];
}

/** A parameter or body field, which has a row of its own, and whether it must be given. */
export type ParameterLink = readonly [name: string, required?: true];

export interface BodyData {
  readonly mediaType: string;
  readonly required?: true;
  readonly fields: readonly ParameterLink[];
  readonly text?: RichText;
}

export interface ResponseData {
  readonly id: string;
  readonly status: string;
  readonly text: RichText;
  readonly headers?: readonly string[];
  readonly bodies: readonly { readonly mediaType: string; readonly nested?: NestedData }[];
}

/** A call of a method with values in it, in each language. */
export interface ExampleData {
  readonly sql: string;
  readonly typescript: string;
  readonly curl: string;
}

/** What a page of findings lists: a file of the page's name beside it. */
export interface FindingsData {
  /** The files that places are in, each named once. */
  readonly files: readonly string[];
  readonly tables: readonly (readonly FindingData[])[];
}

export interface FindingData {
  readonly severity: Severity;
  readonly code: string;
  readonly text: RichText;
  /** The finding's own, then what it is held against. */
  readonly places: readonly PlaceData[];
}

/** `file`: its index in the page's files. */
export type PlaceData = readonly [file: number, line: number, column: number, note?: RichText];

/** What a changelog tells between its headings. */
export interface ChangelogData {
  readonly opening: RichText;
  /** In the order of the headings. */
  readonly sections: readonly RichText[];
}

/** The same in numbers, with what is about no page. */
export interface ConsistencyData extends FindingsData {
  /** Most severe and most frequent first. */
  readonly kinds: readonly KindData[];
  readonly pages: readonly FoundOnPage[];
}

export interface KindData {
  readonly severity: Severity;
  readonly code: string;
  readonly title: RichText;
  readonly count: number;
}

/** How much was found about a resource, and where that is told. */
export interface FoundOnPage {
  readonly id: string;
  readonly href: string;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}
