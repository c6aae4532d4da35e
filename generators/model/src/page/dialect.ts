/** The families of pages, named as in the documentation of the formats. */
export type Dialect = 'N1' | 'N2' | 'L1' | 'L2' | 'L3' | 'L4';

/** What a dialect has a place for. A fact without a place is not drift when it is missing. */
export interface DialectAbilities {
  /** The Methods table tells optional parameters. */
  readonly optionalParameters: boolean;
  /** There is a Parameters table: types, bounds and defaults of parameters. */
  readonly parametersTable: boolean;
  /** A Datatype cell holds a format: `string (date-time)`. */
  readonly formats: boolean;
  /** The Fields table has a Description column, and with it enums, bounds and defaults. */
  readonly fieldDescriptions: boolean;
  /** Fields are told per method, in tabs. */
  readonly fieldsPerMethod: boolean;
  /** SQL examples belong to the format. */
  readonly examples: boolean;
  /** Body parameters always bear the prefix `data__`: a name without it is none. */
  readonly bodyPrefix: boolean;
}

const current = {
  optionalParameters: true,
  parametersTable: true,
  formats: true,
  fieldDescriptions: true,
  fieldsPerMethod: true,
  examples: true,
} as const;
const legacy = {
  optionalParameters: false,
  parametersTable: false,
  formats: false,
  fieldDescriptions: true,
  fieldsPerMethod: false,
  examples: false,
  bodyPrefix: true,
} as const;

export const DIALECTS: { readonly [D in Dialect]: DialectAbilities } = {
  N1: { ...current, bodyPrefix: true },
  N2: { ...current, bodyPrefix: false },
  L1: legacy,
  L2: legacy,
  // Some providers of these families prefix their body parameters and some do not, even in one statement.
  L3: { ...legacy, examples: true, bodyPrefix: false },
  L4: { ...legacy, examples: true, bodyPrefix: false },
};
