import { mangledLinks } from '@plumbline/model';
import type { PageContext } from './context.ts';

/** Reports the addresses of a page, wherever they stand in it, that begin anew in their midst. */
export function checkLinks(page: PageContext): void {
  for (const { offset, written, meant } of mangledLinks(page.text)) {
    page.report('link-mangled', { written, meant }, offset);
  }
}
