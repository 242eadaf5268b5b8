export const pretty = (value: unknown) => JSON.stringify(value, null, 2);

/** The object that a text holds; nothing when it holds none. */
export function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Variables as lines of `NAME=value`. */
export const linesOf = (variables: Record<string, string> | undefined) =>
  Object.entries(variables ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');

/** Reads lines of `NAME=value`; nothing when a line is none. */
export function variablesIn(text: string): Record<string, string> | undefined {
  const variables: Record<string, string> = {};
  for (const line of text.split('\n')) {
    if (!line.trim()) continue;
    const match = /^\s*([A-Za-z_]\w*)\s*=(.*)$/.exec(line);
    if (!match?.[1] || match[1] in variables) return undefined;
    variables[match[1]] = (match[2] ?? '').trim();
  }
  return variables;
}
