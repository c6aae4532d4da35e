import type { ReactNode } from 'react';

export interface Props {
  readonly language: string;
  readonly label: string;
  /** Whether values are filled in, or stand as `{{ name }}`. */
  readonly form?: 'filled' | 'template';
  readonly children?: ReactNode;
}

/** One example within `ExampleTabs`. */
export default function Example({ children }: Props) {
  return <>{children}</>;
}
