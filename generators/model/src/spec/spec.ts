import type { DraftDiagnostic } from '../diagnostics/diagnostic.ts';
import type { JsonObject } from '../json.ts';
import type { Locate } from '../origin.ts';
import type { Operation, SecurityScheme, Server } from './operation.ts';
import type { Schemas } from './schema.ts';

/** What the spec side says: the answer of `read-openapi`. */
export interface Spec {
  readonly title: string;
  readonly description: string;
  /** `info.version`. */
  readonly version: string;
  /** As written in the first document, for instance `3.0.3`; `2.0` where it is upgraded. */
  readonly openapi: string;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly servers: readonly Server[];
  readonly operations: readonly Operation[];
  readonly schemas: Schemas;
  readonly securitySchemes: readonly SecurityScheme[];
  /**
   * The merged document, one file, every `$ref` internal: for openapi-typescript and Ajv alone. For a spec of
   * one file of OpenAPI 3 it is the parsed file itself, so that the emitted types equal those of openapi-typescript's
   * own command; mended only where that would stop.
   */
  readonly document: JsonObject;
  readonly diagnostics: readonly DraftDiagnostic[];
  readonly locate: Locate;
  /** The files that were read, in reading order. */
  readonly files: readonly string[];
}
