import { useCallback, useSyncExternalStore } from 'react';

const CHANGED = 'plumbline:remembered';

/**
 * A choice that the browser remembers, shared by all that use the same key; null until one is made, and while the page is
 * built. Where nothing may be stored it lasts as long as nobody asks again. Without a key nothing is remembered.
 */
export function useRemembered(key: string | undefined): [string | null, (value: string) => void] {
  const read = useCallback(() => (key === undefined ? null : stored(key)), [key]);
  const value = useSyncExternalStore(subscribe, read, () => null);
  const remember = useCallback(
    (next: string) => {
      if (key !== undefined) store(key, next);
    },
    [key],
  );
  return [value, remember];
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('storage', listener);
    window.removeEventListener(CHANGED, listener);
  };
}

function stored(key: string): string | null {
  try {
    return window.localStorage.getItem(`plumbline.${key}`);
  } catch {
    return null;
  }
}

function store(key: string, value: string): void {
  try {
    window.localStorage.setItem(`plumbline.${key}`, value);
  } catch {
    // Storage is forbidden here.
  }
  window.dispatchEvent(new Event(CHANGED));
}
