import type { EmittedFile, ProviderModel } from '@plumbline/model';
import { type Encoded, ts, tsString } from '@plumbline/render';
import type { BoundResource } from '../methods/bound-resource.ts';
import { mostFrequent } from '../most-frequent.ts';
import type { TypePlan, TypeVariant } from '../types/type-plan.ts';
import type { ClientNames } from './client-names.ts';
import { render } from './render.ts';
import { typesPath } from './types-file.ts';

export interface ErrorsOptions {
  readonly plan: TypePlan;
  readonly names: ClientNames;
  /** The members of the body that say what went wrong. */
  readonly shape: ProviderModel['settings']['errors'];
}

/** The provider's error: the type of most failures' bodies, and how it is told from other errors. */
export function errorsFile(
  resources: readonly BoundResource[],
  { plan, names, shape }: ErrorsOptions,
): EmittedFile {
  const { error, errorBody, errorGuard } = names;
  const body = mostCommonBody(resources, plan);
  const imports =
    body === null
      ? []
      : [{ names: ts`${body.name} as Body`, from: tsString(`./${typesPath(body.service)}`) }];
  const type = body === null ? ts`unknown` : ts`Body`;
  // The member that the config names, found in the body; without one, any body that is JSON.
  const told = (['code', 'id'] as const).find((fact) => shape[fact] !== undefined);
  const test =
    told !== undefined
      ? ts`error.${told as Encoded<'ts'>} !== undefined`
      : ts`typeof error.body === 'object' && error.body !== null`;
  const view = { imports, type, test, error, errorBody, errorGuard };
  return { path: 'errors.ts', content: render('errors', view) };
}

/** The component that most failures answer with; of several the first in code unit order. */
function mostCommonBody(resources: readonly BoundResource[], plan: TypePlan): TypeVariant | null {
  const failures = resources.flatMap(({ methods }) => methods.flatMap(({ answer }) => answer.failures));
  const named = failures.flatMap(({ bodies }) =>
    bodies.flatMap(({ kind, schema }) => (kind === 'json' && schema?.kind === 'ref' ? schema.name : [])),
  );
  const name = mostFrequent(named, (one) => one);
  return (name === undefined ? undefined : plan.variantOf(name, 'response')) ?? null;
}
