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
