import { type ReactNode, useEffect, useState } from 'react';

interface Props {
  readonly className?: string;
  /** What the button does, for those who do not see it. */
  readonly label: string;
  readonly text: () => string | Promise<string>;
  readonly children?: (copied: boolean) => ReactNode;
}

/** A button that puts a text on the clipboard, and says so for a moment. */
export default function CopyButton({ className, label, text, children }: Props) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    await navigator.clipboard.writeText(await text());
    setCopied(true);
  };
  return (
    <button
      type="button"
      className={className}
      aria-label={copied ? 'Copied' : label}
      data-copied={copied || undefined}
      onClick={copy}
    >
      {children?.(copied)}
    </button>
  );
}
