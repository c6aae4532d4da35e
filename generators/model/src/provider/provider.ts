import type { Dictionary } from '../dictionary.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { Origins } from '../origin.ts';
import type { Dialect } from '../page/dialect.ts';
import type { SqlVerb } from '../page/sql-verb.ts';
import type { Operation, Pagination, ParameterIn, SecurityScheme, Server } from '../spec/operation.ts';
import type { Constraints, Schema, Schemas } from '../spec/schema.ts';
import type { ClientSettings } from './config.ts';

/** The one model from which everything is emitted. */
export interface ProviderModel {
  readonly provider: string;
  readonly title: string;
  readonly description: string;
  /** `info.version` of the spec. */
  readonly specVersion: string;
  /** The specification's version, `3.1.0`. */
  readonly openapi: string;
  readonly servers: readonly Server[];
  readonly serverVariables: readonly MappedServerVariable[];
  /** Names by which nearly every page addresses a server, and that no config maps; absent: there are none. */
  readonly unmappedServerVariables?: readonly string[];
  /** Where links of the spec's texts lead from that name no site; absent: nobody knows. */
  readonly linkBase?: string;
  readonly securitySchemes: readonly SecurityScheme[];
  readonly settings: ClientSettings;
  readonly services: readonly Service[];
  readonly operations: Dictionary<Operation>;
  readonly schemas: Schemas;
  /** The bundled OpenAPI document, for openapi-typescript and Ajv alone. `plumbline model` leaves it out. */
  readonly document: JsonObject;
}

/** A variable by which the pages address a server: the config says how it makes the server's URL. */
export interface MappedServerVariable {
  readonly name: string;
  /** `https://{subdomain}.okta.com`. */
  readonly url: string;
  readonly default: string | null;
  /** The environment variable that a client reads. */
  readonly env: string | null;
  readonly description: string;
}

/** The names that emitted code and pages use, settled once so that every emitter agrees. */
export interface EmittedNames {
  /** In camel case, unique among its siblings: the property of the client. */
  readonly clientName: string;
  /** One path segment that is safe on every file system, unique among its siblings whatever the case. */
  readonly slug: string;
}

export interface Service extends EmittedNames {
  readonly name: string;
  readonly description: string;
  readonly resources: readonly Resource[];
}

export interface Resource extends EmittedNames {
  /** `okta.users.oauth_tokens`. */
  readonly id: string;
  readonly name: string;
  readonly service: string;
  readonly kind: 'resource' | 'view';
  readonly summary: string;
  readonly methods: readonly Method[];
  /** Null where the resource was inferred from the spec. */
  readonly dialect: Dialect | null;
  readonly lifecycle: string | null;
  readonly origins: Origins;
}

export type BoundBy = 'config' | 'x-stackql' | 'operation-id' | 'description' | 'signature' | 'none';

export interface Method {
  readonly name: string;
  /** In camel case, unique in its resource. */
  readonly clientName: string;
  readonly sqlVerb: SqlVerb;
  /** The key in {@link ProviderModel.operations}; null: unbound. */
  readonly operation: string | null;
  readonly boundBy: BoundBy;
  readonly description: string;
  readonly deprecated: boolean;
  /** Required first, then the page's order, then the spec's. */
  readonly params: readonly Param[];
  readonly body: MethodBody | null;
  /** Fields of a row: of the items, where the response is a list. */
  readonly fields: readonly Field[];
  readonly pagination: Pagination | null;
  /** The SQL of the page's examples, as the page has it; absent: there is none. */
  readonly statements?: readonly string[];
  readonly origins: Origins;
}

/** A parameter of a method, both sides reconciled. */
export interface Param extends Constraints {
  /** The name that people use; the API's is `wireName`, where they differ. */
  readonly name: string;
  readonly wireName: string;
  /** The key in the client's flat parameter object: the wire name, unless another parameter has it. */
  readonly key: string;
  /** `server`: a variable of the server's URL. Null: an unbound method's, whose place nobody knows. */
  readonly in: ParameterIn | 'server' | null;
  readonly required: boolean;
  readonly type: string;
  readonly format?: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly enum?: readonly JsonValue[];
  readonly default?: JsonValue;
  readonly examples?: readonly JsonValue[];
  /** Null where only the page knows the parameter, and for a server variable. */
  readonly schema: Schema | null;
  readonly origins: Origins;
}

export interface MethodBody {
  readonly required: boolean;
  readonly description: string;
  /** The media type that the fields are of: JSON before the others. */
  readonly mediaType: string;
  readonly schema: Schema | null;
  /** The writable fields at the top level, `readOnly` ones left out. */
  readonly fields: readonly Field[];
}

/** A field of a row or of a body, both sides reconciled. */
export interface Field extends Constraints {
  readonly name: string;
  readonly wireName: string;
  readonly type: string;
  readonly format?: string;
  readonly description: string;
  readonly required: boolean;
  readonly nullable: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly deprecated: boolean;
  readonly enum?: readonly JsonValue[];
  readonly const?: JsonValue;
  readonly default?: JsonValue;
  readonly examples?: readonly JsonValue[];
  /** Null where only the page knows the field. */
  readonly schema: Schema | null;
  /** Which variants have it, of a `oneOf` or `anyOf` or by a discriminator (component names); absent: all. */
  readonly variants?: readonly string[];
  /** The variants that require it, where some do and others do not. */
  readonly requiredBy?: readonly string[];
  readonly origins: Origins;
}
