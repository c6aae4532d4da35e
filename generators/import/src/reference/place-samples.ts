import { type DraftDiagnostic, diagnose } from '@plumbline/model';
import { nestRows } from './nest-rows.ts';
import type { ReferenceBody, ReferenceResponse } from './reference.ts';
import type { Sample } from './samples.ts';

/** Answers without a body (RFC 9110, sections 15.2, 15.3.5, 15.3.6 and 15.4.5). */
const BODILESS = /^(?:1|204|205|304)/;

/** Puts samples where they belong: a reference shows that of the first response that has one, unless its tabs say more. */
export function placeSamples(
  {
    samples,
    body,
    responses,
  }: {
    readonly samples: readonly { readonly of: 'request' | 'response'; readonly sample: Sample }[];
    readonly body: ReferenceBody | null;
    readonly responses: readonly ReferenceResponse[];
  },
  operation: string,
): {
  readonly body: ReferenceBody | null;
  readonly responses: readonly ReferenceResponse[];
  readonly diagnostics: readonly DraftDiagnostic[];
} {
  const diagnostics: DraftDiagnostic[] = [];
  let filled = body;
  const answers = [...responses];
  for (const { of, sample } of samples) {
    const { value, media, statuses, source } = sample;
    if (value === undefined) {
      diagnostics.push(
        diagnose({
          code: 'import-sample-unreadable',
          args: { of, operation },
          at: source,
          subject: { operation },
        }),
      );
    } else if (of === 'request') {
      if (filled !== null && filled.example === undefined) {
        const schema = filled.schema === null ? null : nestRows(filled.schema, value);
        filled = { ...filled, media: filled.media ?? media, example: value, schema };
      }
    } else {
      const wanted = statuses[0];
      const at = answers.findIndex(({ status }) =>
        wanted === undefined ? !BODILESS.test(status) : status === wanted,
      );
      const answer = answers[at];
      if (answer === undefined || answer.example !== undefined) continue;
      const schema = answer.schema === null ? null : nestRows(answer.schema, value);
      answers[at] = { ...answer, media: answer.media ?? media, example: value, schema };
      if (wanted === undefined) {
        const args = { operation, status: answer.status };
        diagnostics.push(
          diagnose({ code: 'import-sample-placed', args, at: source, subject: { operation } }),
        );
      }
    }
  }
  return { body: filled, responses: answers, diagnostics };
}
