import type { ComponentProps } from 'react';

/** A table that scrolls by itself where it is wider than the page; on a phone its rows are shown one below the other. */
export default function DataTable(props: ComponentProps<'table'>) {
  return (
    <div className="data-table">
      <table {...props} />
    </div>
  );
}
