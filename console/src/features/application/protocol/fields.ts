import type { Application } from '../application';
import type { Draft, problemsOf } from './agreement';

/** What a section of the page shows and changes. */
export interface Fields {
  application: Application;
  draft: Draft;
  set: <K extends keyof Draft>(key: K, value: Draft[K]) => void;
  wrong: ReturnType<typeof problemsOf>;
}
