/** Imports the engine. Node.js 22 and 24 warn that its SQLite is young: no news to who queries an API. */
export async function loadEngine() {
  const { emitWarning } = process;
  const others = (...args: readonly unknown[]): void => {
    if (!/\bSQLite\b/.test(String(args[0]))) Reflect.apply(emitWarning, process, args);
  };
  process.emitWarning = others;
  try {
    return await import('@plumbline/sql-engine');
  } finally {
    process.emitWarning = emitWarning;
  }
}
