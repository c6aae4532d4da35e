import { type ReactNode, useEffect, useState } from 'react';

export type CopyState = 'ready' | 'copied' | 'failed';

interface Props {
  readonly className?: string;
  /** What the button does, for those who do not see it. */
  readonly label: string;
  readonly text: () => string | Promise<string>;
  readonly children?: (state: CopyState) => ReactNode;
}

/** A button that puts a text on the clipboard, and says for a moment what came of it. */
export default function CopyButton({ className, label, text, children }: Props) {
  const [state, setState] = useState<CopyState>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), 1500);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(await text());
      setState('copied');
    } catch {
      // There is no clipboard here, it is forbidden, or what is to be copied cannot be had.
      setState('failed');
    }
  };
  return (
    <button
      type="button"
      className={className}
      aria-label={{ ready: label, copied: 'Copied', failed: 'Could not copy' }[state]}
      data-state={state === 'ready' ? undefined : state}
      onClick={copy}
    >
      {children?.(state)}
    </button>
  );
}
