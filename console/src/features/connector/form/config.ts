import { same } from '@/parts/draft';
import type { Config, FormItem } from '../connector';

/** What stands in the fields of a form, by their keys; JSON and numbers as they are typed. */
export type Values = Record<string, unknown>;

export type Problem = 'required' | 'number' | 'json' | { message: string };
export type Problems = Record<string, Problem>;

/** Fields whose value is not shown unless somebody asks for it. */
export const isSecret = (item: FormItem) =>
  item.isConfidential ?? /(secret|password|pass|privatekey|apikey|token)$/i.test(item.key);

const written = (item: FormItem, value: unknown) => {
  if (item.type === 'Json') return value === undefined ? '' : JSON.stringify(value, null, 2);
  if (item.type === 'Number') return value === undefined ? '' : String(value);
  if (item.type === 'Switch') return value === true;
  if (item.type === 'MultiSelect') return Array.isArray(value) ? value : [];
  return typeof value === 'string' ? value : '';
};

/** The values that a new connector's form begins with, or those of the configuration there is. */
export const begin = (items: FormItem[], config?: Config): Values =>
  Object.fromEntries(items.map((item) => [item.key, written(item, config ? config[item.key] : item.defaultValue)]));

/** A field may depend on what another one says. */
export const isShown = (item: FormItem, values: Values) =>
  (item.showConditions ?? []).every(({ targetKey, expectValue }) => values[targetKey] === expectValue);

const isEmpty = (value: unknown) => (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

function problemOf(item: FormItem, value: unknown): Problem | undefined {
  if (isEmpty(value)) return item.required && item.type !== 'MultiSelect' ? 'required' : undefined;
  if (item.type === 'Number' && !Number.isFinite(Number(value))) return 'number';
  if (item.type === 'Json') {
    try {
      JSON.parse(value as string);
    } catch {
      return 'json';
    }
  }
  return undefined;
}

/** What is wrong with the shown fields. */
export const check = (items: FormItem[], values: Values): Problems =>
  Object.fromEntries(
    items
      .filter((item) => isShown(item, values))
      .map((item) => [item.key, problemOf(item, values[item.key])] as const)
      .filter((entry): entry is [string, Problem] => entry[1] !== undefined),
  );

function read(item: FormItem, value: unknown): unknown {
  if (item.type === 'Number') return Number(value);
  if (item.type === 'Json') return JSON.parse(value as string) as unknown;
  return typeof value === 'string' ? value.trim() : value;
}

/** The configuration of a form without problems; members that the form does not know stay as they are. */
export function configOf(items: FormItem[], values: Values, before: Config = {}): Config {
  const config = { ...before };
  for (const item of items) {
    const value = values[item.key];
    if (isShown(item, values) && !isEmpty(value)) config[item.key] = read(item, value);
    else delete config[item.key];
  }
  return config;
}

/** Joins what two people made of the same values; where both changed one to something else, mine stands and is told. */
export function mergeValues(from: Values, mine: Values, theirs: Values): { merged: Values; clashes: string[] } {
  const keys = Object.keys(mine);
  const mineOnly = keys.filter((key) => !same(mine[key], from[key]));
  return {
    merged: Object.fromEntries(keys.map((key) => [key, mineOnly.includes(key) ? mine[key] : theirs[key]])),
    clashes: mineOnly.filter((key) => !same(theirs[key], from[key]) && !same(theirs[key], mine[key])),
  };
}

interface Issue {
  path?: (string | number)[];
  message?: string;
}

/** What the server says about single fields of a refused configuration. */
export function refused(data: unknown, items: FormItem[]): Problems {
  const issues = (data as { issues?: Issue[] } | undefined)?.issues ?? [];
  const known = new Set(items.map((item) => item.key));
  return Object.fromEntries(
    issues
      .filter((issue) => known.has(String(issue.path?.[0])))
      .map((issue) => [String(issue.path?.[0]), { message: [issue.path?.slice(1).join('.'), issue.message].filter(Boolean).join(': ') }]),
  );
}
