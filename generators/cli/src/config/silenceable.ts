import { type Code, catalogueGroups } from '@plumbline/model';

/** The codes that `ignore` and comments can silence: what is wrong with the run itself is always told. */
export const SILENCEABLE: readonly Code[] = catalogueGroups.flatMap(({ stage, codes }) =>
  stage === 'run' ? [] : codes,
);
