/** The two cells of a row of the Methods table. */
export const cells = (required: readonly string[], optional: readonly string[] = []): string =>
  [required, optional]
    .map((names) => names.map((name) => `<a href="#parameter-${name}"><code>${name}</code></a>`).join(', '))
    .map((cell) => `    <td>${cell}</td>`)
    .join('\n');
