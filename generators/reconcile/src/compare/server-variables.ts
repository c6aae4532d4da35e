import { type DraftDiagnostic, diagnose } from '@plumbline/model';
import type { ServerVariableNames } from '../server-variables.ts';

/** One finding for each unmapped server variable of the provider, where it is listed first. */
export function compareServerVariables({ unmapped }: ServerVariableNames): readonly DraftDiagnostic[] {
  return unmapped.flatMap(({ name, listed, server }) =>
    listed.slice(0, 1).map(({ as }) =>
      diagnose({
        code: 'server-variable-unmapped',
        args: { name, methods: listed.length, url: server.url },
        at: as.name.source,
        subject: { name, in: 'server' },
        related: [{ message: 'the server URL of the spec', place: server.origin }],
      }),
    ),
  );
}
