import { requestVerdicts } from './request-verdicts.ts';
import { responseVerdicts } from './response-verdicts.ts';
import type { Verdict } from './verdict.ts';

export const verdicts: readonly Verdict[] = [...requestVerdicts, ...responseVerdicts];
