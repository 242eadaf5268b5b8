/** What is written in an editor. */
export type Language = 'javascript' | 'json';

/** Something wrong with a line, counted from one. */
export interface Mark {
  line: number;
  message: string;
}

/** The place that a failure of a script names first: in its message, or in the lines of its stack. */
export function placeOf(...texts: (string | undefined)[]): { line: number; column: number } | undefined {
  const found = /script\.js:(\d+)(?::(\d+))?/.exec(texts.filter(Boolean).join('\n'));
  return found ? { line: Number(found[1]), column: Number(found[2] ?? 1) } : undefined;
}
