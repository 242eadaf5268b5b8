// The Console's own words, so that journeys press what people read, in each of its languages.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './server.mjs';

const source = join(checkout, 'console', 'src');
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Every phrase of a language by `feature:key`; those of the frame go without a feature. */
export function phrasesOf(language) {
  const all = new Map(flat(read(join(source, 'phrases', `${language}.json`))));
  for (const feature of readdirSync(join(source, 'features'))) {
    const file = join(source, 'features', feature, 'phrases', `${language}.json`);
    for (const [key, text] of flat(read(file))) all.set(`${feature}:${key}`, text);
  }
  return all;
}

const flat = (words, prefix = '') =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );

/** A pattern for a whole phrase, whatever is filled in for its placeholders. */
export const patternOf = (phrase) => new RegExp(`^${phrase.split(/{{\w+}}/).map(escape).join('.+')}$`);

/** Looks a phrase up by its key and fills it in; a key that the Console lost is an error. */
export function wordsOf(language) {
  const phrases = phrasesOf(language);
  return (key, values = {}) => {
    const phrase = phrases.get(key);
    if (phrase === undefined) throw new Error(`the Console has no phrase ${key} in ${language}`);
    return phrase.replace(/{{(\w+)}}/g, (whole, name) => values[name] ?? whole);
  };
}
