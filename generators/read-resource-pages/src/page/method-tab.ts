import type { Located, PageMethod, SqlVerb } from '@plumbline/model';
import type { Tab } from '../panes/tabs.ts';

/**
 * True for a tab that is a method's although its name is one of those by which older dialects tell what a tab shows
 * (`all`, `view`): the page has a method of that name and verb, and the tab is shown by it, not by `All Properties`.
 */
export function isMethodTab({ value, label }: Tab, methods: readonly PageMethod[], verb: SqlVerb): boolean {
  if (label !== null && label.value !== value.value) return false;
  return methods.some(({ name, verb: own }) => name.value === value.value && own?.value === verb);
}

/** Some providers show `get_resource` under `get`: the only method of the verb whose name begins so. */
export function methodOfTab(
  tab: Located<string>,
  methods: readonly PageMethod[],
  verb: SqlVerb,
): Located<string> {
  if (methods.some(({ name }) => name.value === tab.value)) return tab;
  const [only, ...more] = methods.filter(
    ({ name, verb: own }) => own?.value === verb && name.value.startsWith(`${tab.value}_`),
  );
  return only === undefined || more.length > 0 ? tab : { ...tab, value: only.name.value };
}
