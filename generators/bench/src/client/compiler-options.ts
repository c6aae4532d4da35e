/** What all that is compiled here has in common. */
export const TARGET = {
  target: 'es2023',
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: [],
  strict: true,
  skipLibCheck: true,
} as const;
