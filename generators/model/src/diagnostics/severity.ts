/** How much a finding matters: `--fail-on` counts errors, or warnings too. */
export type Severity = 'error' | 'warning' | 'info';
