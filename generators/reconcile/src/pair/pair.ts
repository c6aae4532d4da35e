import type {
  FieldSet,
  Operation,
  PageExample,
  PageField,
  PageMethod,
  PageParameter,
  PageParameterName,
  PageStatement,
  Parameter,
  RequestBody,
  Schema,
  SchemaField,
  YamlMethod,
} from '@plumbline/model';
import type { Binding } from '../bind/bind.ts';
import type { DocumentedResource } from '../resources.ts';
import type { RowShape } from './response.ts';

/** A page and the spec's side of each of its methods. */
export interface ResourcePair {
  readonly resource: DocumentedResource;
  readonly methods: readonly MethodPair[];
}

/** A documented method beside its operation, fact by fact: what compare reports on and decide chooses from. */
export interface MethodPair {
  readonly resource: DocumentedResource;
  readonly method: PageMethod;
  readonly binding: Binding;
  readonly operation: Operation | null;
  /** The method in the provider's own YAML. */
  readonly yaml: YamlMethod | null;
  /** In the page's order, then the spec's. */
  readonly params: readonly ParamPair[];
  readonly body: BodyPair | null;
  readonly rows: RowsPair;
  /** The statements that show this method. */
  readonly shown: readonly ShownStatement[];
}

export interface ShownStatement {
  readonly example: PageExample;
  readonly statement: PageStatement;
}

/** A name in one of the two cells of a method's row. */
export interface Listing {
  readonly as: PageParameterName;
  readonly required: boolean;
}

export interface ParamPair {
  readonly wireName: string;
  readonly listing: Listing | null;
  /** The row of the Parameters table. */
  readonly row: PageParameter | null;
  readonly spec: Parameter | null;
  /** A variable of the server's URL. */
  readonly isServer: boolean;
}

export interface BodyPair {
  readonly request: RequestBody;
  readonly mediaType: string;
  readonly schema: Schema | null;
  readonly fields: readonly BodyFieldPair[];
}

export interface BodyFieldPair {
  readonly wireName: string;
  readonly listing: Listing | null;
  readonly row: PageParameter | null;
  readonly spec: SchemaField;
}

/** The Fields table of a method beside the fields of its response. */
export interface RowsPair {
  /** Null where the page has none that is meant for this method. */
  readonly table: FieldSet | null;
  readonly shape: RowShape | null;
  readonly fields: readonly FieldPair[];
}

export interface FieldPair {
  readonly wireName: string;
  readonly page: PageField | null;
  readonly spec: SchemaField | null;
}
