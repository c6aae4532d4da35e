import { useRemembered } from '@site/src/hooks/remembered';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import Panel from './Panel';
import styles from './styles.module.css';

export interface Tab {
  readonly value: string;
  readonly label: ReactNode;
  readonly children: ReactNode;
}

interface Props {
  readonly tabs: readonly Tab[];
  readonly initial?: string;
  /** All tab sets of one memory show the same choice, on later visits too. */
  readonly memory?: string;
}

/** Tabs by the pattern of the ARIA Authoring Practices: arrows, Home and End go from tab to tab. */
export default function TabSet({ tabs, initial, memory }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState<string | null>(null);
  const [remembered, remember] = useRemembered(memory);
  const wanted = [own, remembered, initial].find((value) => tabs.some((tab) => tab.value === value));
  const selected = Math.max(
    0,
    tabs.findIndex(({ value }) => value === wanted),
  );

  /** Chooses a tab, and keeps it where it is on the screen, whatever the sets above it do. */
  const select = (index: number) => {
    const chosen = tabs[index];
    if (chosen === undefined) return;
    if (memory === undefined) setOwn(chosen.value);
    else keepInPlace(list.current, () => remember(chosen.value));
  };
  const move = (event: KeyboardEvent) => {
    const target = destination(event.key, selected, tabs.length);
    if (target === undefined) return;
    event.preventDefault();
    select(target);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[target]?.focus();
  };

  return (
    <div className={styles.set}>
      <div ref={list} role="tablist" className={styles.list} onKeyDown={move}>
        {tabs.map(({ value, label }, index) => (
          <button
            key={value}
            type="button"
            role="tab"
            id={`${id}tab${index}`}
            className={styles.tab}
            aria-selected={index === selected}
            aria-controls={`${id}panel${index}`}
            tabIndex={index === selected ? 0 : -1}
            onClick={() => select(index)}
          >
            {label}
          </button>
        ))}
      </div>
      {tabs.map(({ value, children }, index) => (
        <Panel
          key={value}
          id={`${id}panel${index}`}
          labelledBy={`${id}tab${index}`}
          hidden={index !== selected}
          onReveal={() => select(index)}
        >
          {children}
        </Panel>
      ))}
    </div>
  );
}

function destination(key: string, selected: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (selected + 1) % count;
  if (key === 'ArrowLeft') return (selected + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

function keepInPlace(element: HTMLElement | null, change: () => void): void {
  const before = element?.getBoundingClientRect().top ?? 0;
  change();
  requestAnimationFrame(() => window.scrollBy(0, (element?.getBoundingClientRect().top ?? before) - before));
}
