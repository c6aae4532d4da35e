import type { Method } from './method.ts';

/** The values of a parameter, field or column, as JSON Schema names them; `any`: the spec does not say. */
export type CatalogueType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'any';

/** What a generated client tells of its provider to who calls it by the names of the resource pages, such as an SQL engine. */
export interface Catalogue {
  readonly provider: string;
  /** The server's URL; may hold variables. */
  readonly server: string;
  /** The variables that the factory takes as options. */
  readonly variables: readonly CatalogueParam[];
  readonly services: readonly CatalogueService[];
}

export interface CatalogueService {
  readonly name: string;
  /** Names of its resources. */
  readonly resources: readonly string[];
  readonly load: () => Promise<{ readonly resources: readonly CatalogueResource[] }>;
}

export interface CatalogueResource {
  readonly name: string;
  readonly methods: readonly CatalogueMethod[];
  /** Imports the functions of its methods, by `call`. */
  readonly load: () => Promise<{ readonly [call: string]: Method | undefined }>;
}

export interface CatalogueMethod {
  readonly name: string;
  readonly verb: 'select' | 'insert' | 'update' | 'replace' | 'delete' | 'exec';
  /** The name of its function. */
  readonly call: string;
  /** `GET /api/v1/users/{id}`. */
  readonly operation: string;
  readonly params: readonly CatalogueParam[];
  readonly body?: CatalogueBody;
  /** Of a row; empty: it answers nothing that has columns. */
  readonly columns: readonly CatalogueColumn[];
  /** Where the rows are in an answer, key by key; absent: the answer is a list of rows, or one. */
  readonly items?: readonly string[];
  /** Whether rows come page by page. */
  readonly isPaged?: true;
  /** The parameter that says how many rows a page has. */
  readonly limit?: { readonly key: string; readonly maximum?: number };
  readonly isDeprecated?: true;
}

export interface CatalogueParam {
  /** As the pages call it. */
  readonly name: string;
  /** The member of the flat parameter object, or the option of the factory, where it is not the name. */
  readonly key?: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'server';
  readonly type: CatalogueType;
  readonly required?: true;
}

export interface CatalogueBody {
  readonly required?: true;
  /** Of the body as a whole: an object's members are its fields. */
  readonly type: CatalogueType;
  readonly fields: readonly CatalogueField[];
}

/** A member of a request body. */
export interface CatalogueField extends CatalogueColumn {
  readonly required?: true;
}

export interface CatalogueColumn {
  /** As the pages call it. */
  readonly name: string;
  /** The member of a row, or of the body, where it is not the name. */
  readonly key?: string;
  readonly type: CatalogueType;
}
