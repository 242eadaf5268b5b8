/** The languages that code is coloured in. */
export type CodeLanguage = 'python' | 'javascript' | 'java' | 'go' | 'swift' | 'kotlin' | 'yaml' | 'shell' | 'html' | 'text';

/** A file of the guide. `{{endpoint}}` and the other values stand where the application's own will. */
export interface Snippet {
  file: string;
  language: CodeLanguage;
  text: string;
}

/** A step; its title and text are phrases of its kind, `note` a further one of this guide alone. */
export interface Step {
  kind: 'install' | 'configure' | 'uris' | 'routes' | 'who' | 'try' | 'endpoints' | 'token' | 'call' | 'protect' | 'flow';
  note?: string;
  snippets?: Snippet[];
}

export interface Guide {
  /** What has to be there: “Python 3.9+”. */
  needs: string;
  minutes: number;
  /** The folder of `samples/` that its code is taken from and that a journey runs. */
  sample?: string;
  steps: Step[];
}

/** What the snippets are filled with. */
export interface Values {
  endpoint: string;
  issuer: string;
  appId: string;
  appSecret: string;
  redirectUri: string;
  signOutUri: string;
  managementApi: string;
}

/** Puts values where a sample reads its environment; each must stand there, or the sample has changed. */
export function adapted(sample: string, replacements: [from: string, to: string][]): string {
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the sample has no ${from}`);
    return text.replaceAll(from, to);
  }, sample);
}

/** The lines of a sample between two that begin with these texts, the first included. */
export function excerpt(sample: string, first: string, before?: string): string {
  const lines = sample.split('\n');
  const from = lines.findIndex((line) => line.startsWith(first));
  const to = before === undefined ? lines.length : lines.findIndex((line, at) => at > from && line.startsWith(before));
  if (from < 0 || to < 0) throw new Error(`the sample has no ${first} before ${before}`);
  return `${lines.slice(from, to).join('\n').trim()}\n`;
}

/** The lines of a sample that begin with these texts, one after the other; each must be there, after the one before. */
export function picked(sample: string, ...beginnings: string[][]): string {
  const lines = sample.split('\n');
  let at = 0;
  const found = beginnings.flat().map((beginning) => {
    at = lines.findIndex((line, index) => index >= at && line.startsWith(beginning)) + 1;
    if (!at) throw new Error(`the sample has no ${beginning}`);
    return lines[at - 1];
  });
  return `${found.join('\n')}\n`;
}

/** A file as it grows from step to step. */
export interface CodeFile {
  name: string;
  language: CodeLanguage;
  parts: { step: Step['kind']; text: string }[];
}

/** The files of a guide in the order of their appearance; what is typed into a terminal is no file. */
export function filesOf({ steps }: Guide): CodeFile[] {
  const files = new Map<string, CodeFile>();
  for (const { kind, snippets = [] } of steps) {
    for (const { file, language, text } of snippets) {
      if (language === 'shell') continue;
      const known = files.get(file) ?? { name: file, language, parts: [] };
      files.set(file, { ...known, parts: [...known.parts, { step: kind, text }] });
    }
  }
  return [...files.values()];
}

/** The files that a step shows: its own, or those of the last step before it that had any. */
export function filesAt(guide: Guide, step: Step['kind']): CodeFile[] {
  const files = filesOf(guide);
  const until = guide.steps.findIndex(({ kind }) => kind === step);
  for (let at = until; at >= 0; at--) {
    const own = files.filter(({ parts }) => parts.some((part) => part.step === guide.steps[at]?.kind));
    if (own.length) return own;
  }
  return files.slice(0, 1);
}

export const placeholder = /{{(\w+)}}/g;

/** The snippet as it is copied, with every value. */
export const filled = (text: string, values: Values) => text.replace(placeholder, (whole, name: keyof Values) => values[name] ?? whole);

const found = import.meta.glob<{ default: Guide }>('./guides/*.ts');

/** The guides there are, each loaded when it is read. */
export const guideIds = Object.keys(found).map((path) => path.slice('./guides/'.length, -'.ts'.length));

export async function loadGuide(id: string): Promise<Guide> {
  const load = found[`./guides/${id}.ts`];
  if (!load) throw new Error(`no guide ${id}`);
  return (await load()).default;
}
