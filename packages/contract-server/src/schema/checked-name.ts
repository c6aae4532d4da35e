/** Whether members of this name are checked: Ajv passes over `__proto__`, and can compile no lone surrogate. */
export function isCheckedName(name: string): boolean {
  return name !== '__proto__' && !/\p{Surrogate}/u.test(name);
}
