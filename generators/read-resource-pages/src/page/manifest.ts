import { CORE_SCHEMA, load, realMapTag, YAMLException } from 'js-yaml';
import type { MappedText } from '../markup/mapped-text.ts';
import type { PageContext } from './context.ts';

/** Templates such as `{{ x }}` are filled before anybody reads the YAML; unfilled they are maps whose key is a map. */
const SCHEMA = CORE_SCHEMA.withTags(realMapTag);

/** Reports a manifest that is no YAML, where its reader stops. */
export function checkManifest(page: PageContext, code: MappedText): void {
  try {
    load(code.text, { schema: SCHEMA, maxAliases: 0 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    page.report('manifest-unreadable', { reason: error.reason }, code.offsetAt(error.mark?.position ?? 0));
  }
}
