import { join } from 'node:path';
import { changesetFolder } from '../diff/changeset.ts';
import type { Job } from '../jobs/job.ts';
import type { Upgrade } from './regeneration.ts';
import { hasChangesets, writeText } from './take-up.ts';

/** A changeset for a client that a new generator writes otherwise: what it does for its users nobody compared. */
export function writeUpgradeChangeset({ settings, provider }: Job, { to }: Upgrade, cwd: string): void {
  if (!hasChangesets(cwd)) return;
  const text = `---\n${JSON.stringify(settings.client.package)}: patch\n---\n\nRegenerated with ${to}.\n`;
  const slug = provider.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  writeText(join(changesetFolder(cwd), `plumbline-${slug}-generator.md`), text);
}
