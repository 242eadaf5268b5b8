import type { ReactNode } from 'react';

/** A name and a value of an opened entry. */
export const Line = ({ name, value }: { name: string; value: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
