import { operationVerdicts } from './operation-verdicts.ts';
import { requestVerdicts } from './request-verdicts.ts';
import { responseVerdicts } from './response-verdicts.ts';
import type { Verdict } from './verdict.ts';

export const verdicts: readonly Verdict[] = [...operationVerdicts, ...requestVerdicts, ...responseVerdicts];
