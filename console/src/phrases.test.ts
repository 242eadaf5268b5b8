import { describe, expect, it } from 'vitest';
import { languages } from './app/language/language';

type Tree = { [key: string]: string | Tree };

const files = import.meta.glob<Tree>(['./phrases/*.json', './features/*/phrases/*.json'], { import: 'default', eager: true });
const tags = Object.keys(languages);
const folders = [...new Set(Object.keys(files).map((path) => path.slice(0, path.lastIndexOf('/'))))];
const plural = /_(zero|one|two|few|many|other)$/;

function flat(tree: Tree, prefix = ''): Record<string, string> {
  return Object.assign({}, ...Object.entries(tree).map(([key, value]) => (typeof value === 'string' ? { [prefix + key]: value } : flat(value, `${prefix}${key}.`))));
}

const keys = (phrases: Record<string, string>) => [...new Set(Object.keys(phrases).map((key) => key.replace(plural, '')))].sort();
const placeholders = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1]).sort();

describe.each(folders)('the phrases of %s', (folder) => {
  const english = flat(files[`${folder}/en.json`] ?? {});

  it.each(tags)('are complete in %s', (tag) => {
    const phrases = flat(files[`${folder}/${tag}.json`] ?? {});
    expect(keys(phrases)).toEqual(keys(english));
    expect(Object.entries(phrases).filter(([, text]) => !text.trim())).toEqual([]);
  });

  it.each(tags)('have every form of plural that %s knows', (tag) => {
    const phrases = flat(files[`${folder}/${tag}.json`] ?? {});
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted();
    const counted = [...new Set(Object.keys(phrases).filter((key) => plural.test(key)).map((key) => key.replace(plural, '')))];
    for (const key of counted) {
      expect(Object.keys(phrases).filter((form) => form.replace(plural, '') === key).map((form) => form.match(plural)?.[1]).sort(), key).toEqual(forms);
    }
  });

  it.each(tags)('fill in the same values in %s', (tag) => {
    for (const [key, text] of Object.entries(flat(files[`${folder}/${tag}.json`] ?? {}))) {
      const original = english[key] ?? english[key.replace(plural, '_other')] ?? '';
      if (!key.endsWith('_one')) expect(placeholders(text), key).toEqual(placeholders(original));
    }
  });
});
