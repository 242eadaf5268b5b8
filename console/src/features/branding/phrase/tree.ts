export type Tree = { [key: string]: string | Tree };

/** The texts of a tree by their paths. */
export function flatten(tree: Tree, prefix = ''): Record<string, string> {
  return Object.assign({}, ...Object.entries(tree).map(([key, value]) => (typeof value === 'string' ? { [prefix + key]: value } : flatten(value, `${prefix}${key}.`))));
}

/** The tree of texts by their paths. */
export function nest(texts: Record<string, string>): Tree {
  const root: Tree = {};
  for (const [path, text] of Object.entries(texts)) {
    const keys = path.split('.');
    const last = keys.pop() as string;
    let at = root;
    for (const key of keys) at = (at[key] ??= {}) as Tree;
    at[last] = text;
  }
  return root;
}

/** The tree without texts that are empty. */
export const changedTree = (texts: Record<string, string>): Tree => nest(Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== '')));
