import type { JsonValue, Source } from '@plumbline/model';
import type { ParamPlace } from './markers.ts';

export type Schema = { readonly [keyword: string]: JsonValue };

/** What the text of an API reference holds; what it does not say is absent. */
export interface Reference {
  readonly title: string | null;
  readonly version: string | null;
  readonly description: string;
  readonly operations: readonly ReferenceOperation[];
}

export interface ReferenceOperation {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly isDeprecated: boolean;
  readonly params: readonly (ReferenceRow & { readonly in: ParamPlace })[];
  readonly body: ReferenceBody | null;
  readonly responses: readonly ReferenceResponse[];
  /** Requirements of which one is enough. */
  readonly security: readonly SecurityNeed[];
  readonly source: Source;
}

/** A parameter, a header, or a property of a schema. */
export interface ReferenceRow {
  readonly name: string;
  readonly isRequired: boolean;
  readonly isDeprecated: boolean;
  /** `additional property`: any name but the others. */
  readonly isAdditional: boolean;
  readonly schema: Schema;
  readonly example: JsonValue | undefined;
  readonly description: string;
  readonly source: Source;
}

export interface ReferenceBody {
  readonly media: string | null;
  readonly isRequired: boolean;
  readonly description: string;
  /** Null where the text does not tell it. */
  readonly schema: Schema | null;
  readonly example: JsonValue | undefined;
}

export interface ReferenceResponse {
  readonly status: string;
  readonly meaning: string;
  readonly headers: readonly ReferenceRow[];
  readonly media: string | null;
  readonly schema: Schema | null;
  readonly example: JsonValue | undefined;
  readonly source: Source;
}

export interface SecurityNeed {
  readonly scheme: string;
  /** Null where the text does not tell what kind of credentials it is. */
  readonly type: 'oauth2' | 'http-basic' | 'http-bearer' | null;
  readonly scopes: readonly string[];
  readonly source: Source;
}
