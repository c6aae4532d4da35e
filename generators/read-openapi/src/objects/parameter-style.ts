import type { ParameterIn, ParameterStyle } from '@plumbline/model';

const STYLES: ReadonlySet<string> = new Set<ParameterStyle>([
  'matrix',
  'label',
  'simple',
  'form',
  'spaceDelimited',
  'pipeDelimited',
  'deepObject',
]);

/** The styles, in words. */
export const STYLE_NAMES = [...STYLES]
  .map((style) => `\`${style}\``)
  .join(', ')
  .replace(/, (?=[^,]*$)/, ' or ');

export function isStyle(style: string): style is ParameterStyle {
  return STYLES.has(style);
}

/** How a parameter is written where the document does not say (OpenAPI 3.1 section 4.8.12.2). */
export const DEFAULT_STYLES: Readonly<Record<ParameterIn, ParameterStyle>> = {
  path: 'simple',
  query: 'form',
  header: 'simple',
  cookie: 'form',
};

/** Lists and objects are spread out by default in the style `form` only. */
export function defaultExplode(style: ParameterStyle): boolean {
  return style === 'form';
}
