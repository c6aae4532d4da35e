import { existsSync } from 'node:fs';
import path from 'node:path';

/** The site as `pnpm build` leaves it. */
export const built = path.join(import.meta.dirname, '../build');

if (!existsSync(path.join(built, '404.html'))) {
  throw new Error('The site is not built: run `npx -y pnpm@12 --filter @plumbline/docs docs` first.');
}
