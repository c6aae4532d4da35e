import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './styles.module.css';

interface Props {
  readonly label: string;
  /** Content with a table: its rows are what is filtered. */
  readonly children: ReactNode;
}

/** A box that leaves only the rows of a table that hold every word typed. Without scripts the table is just there. */
export default function ResourceFilter({ label, children }: Props) {
  const id = useId();
  const content = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState('');
  const [count, setCount] = useState<string | null>(null);
  useEffect(() => {
    const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = [...(content.current?.querySelectorAll<HTMLElement>('tbody > tr') ?? [])];
    const shown = rows.filter((row) => {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      return !row.hidden;
    });
    setCount(words.length === 0 ? null : `${shown.length} of ${rows.length}`);
  }, [wanted]);
  return (
    <>
      <div className={styles.filter}>
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <output htmlFor={id}>{count}</output>
      </div>
      <div ref={content}>{children}</div>
    </>
  );
}
