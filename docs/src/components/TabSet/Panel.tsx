import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly id: string;
  readonly labelledBy: string;
  readonly hidden: boolean;
  /** The browser found something in the panel, by a search or a link to an anchor. */
  readonly onReveal: () => void;
  readonly children: ReactNode;
}

export default function Panel({ id, labelledBy, hidden, onReveal, children }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  // React knows `hidden` as a boolean only; this value of it lets the browser search what is hidden.
  useEffect(() => {
    if (hidden) panel.current?.setAttribute('hidden', 'until-found');
  }, [hidden]);
  useEffect(() => {
    const element = panel.current;
    if (!hidden || element === null) return;
    element.addEventListener('beforematch', onReveal);
    return () => element.removeEventListener('beforematch', onReveal);
  }, [hidden, onReveal]);
  return (
    <div ref={panel} role="tabpanel" id={id} aria-labelledby={labelledBy} hidden={hidden}>
      {children}
    </div>
  );
}
