// The guides against what they speak of: code against the samples, bold labels against the Console's phrases, languages against each other.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { checkout } from '../../harness/server.mjs';
import { patternOf, phrasesOf } from '../../harness/words.mjs';

const guides = join(checkout, 'docs', 'guide');
const languages = ['en', 'zh-CN', 'pt-BR', 'fr', 'es'];
const read = (...path) => readFileSync(join(...path), 'utf8');
const names = (language) => readdirSync(join(guides, language)).sort();
const fenced = (text) => [...text.matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)].map(([, kind, code]) => ({ kind, code }));

/** What stands at the same place in every language: headings by depth, code, tables by their rows, steps, links. */
const structureOf = (text) =>
  text
    .replace(/^```[\s\S]*?^```$/gm, (code) => `code ${code.split('\n').join('⏎')}`)
    .split('\n')
    .map((line) => /^(#+ |\||\d+\. |- |code .*)/.exec(line)?.[0])
    .filter(Boolean);

const linksOf = (text) => [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link);

const connectors = readdirSync(join(checkout, 'connectors/src/main/java/io/gatehouse/connectors'), { recursive: true })
  .filter((file) => file.endsWith('connector.json'))
  .map((file) => JSON.parse(read(checkout, 'connectors/src/main/java/io/gatehouse/connectors', file)));

/** Names that are the same in every language: connectors, frameworks. */
const properNames = new Set(
  connectors
    .map(({ name }) => name.en)
    .concat([...read(checkout, 'console/src/features/application/framework/frameworks.ts').matchAll(/ name: '([^']+)'/g)].map(([, name]) => name)),
);

/** Those that tell what programs do, and lead nobody through the Console. */
const byProgram = new Set(['README.md', 'account-centre.md', 'assertions.md', 'authorization-details.md', 'backchannel-sign-in.md', 'client-registration.md', 'single-sign-on.md']);

describe('the guides', () => {
  for (const language of languages) {
    it(`name what the Console shows in ${language}`, () => {
      const labels = [...phrasesOf(language).values()].filter((phrase) => /\p{L}/u.test(phrase.replace(/{{\w+}}/g, ''))).map(patternOf);
      for (const name of names(language)) {
        const bold = [...read(guides, language, name).matchAll(/\*\*([^*]+)\*\*/g)].map(([, label]) => label);
        if (!byProgram.has(name)) assert.ok(bold.length > 10, `${name} names ${bold.length} labels`);
        const unknown = bold.filter((label) => !properNames.has(label) && !labels.some((pattern) => pattern.test(label)));
        assert.deepEqual(unknown, [], `${language}/${name}`);
      }
    });

    it(`have the structure of the English ones in ${language}`, () => {
      assert.deepEqual(names(language), names('en'));
      for (const name of names('en')) {
        const [ours, english] = [read(guides, language, name), read(guides, 'en', name)];
        assert.deepEqual(structureOf(ours), structureOf(english), `${language}/${name}`);
        if (name !== 'README.md') assert.deepEqual(linksOf(ours), linksOf(english), `${language}/${name}`);
        for (const link of linksOf(ours).filter((link) => !link.startsWith('https:'))) {
          assert.ok(existsSync(join(dirname(join(guides, language, name)), link)), `${language}/${name} leads to ${link}`);
        }
      }
    });
  }

  it('call the fields of connectors as the Console does, and in English as the connectors do', () => {
    const fields = connectors.flatMap(({ id, formItems }) => formItems.map(({ key, label }) => ({ at: `${id}: ${key}`, key, label })));
    assert.ok(fields.length > 100);
    for (const language of languages) {
      const phrases = phrasesOf(language);
      const nameOf = ({ key, label }) => phrases.get(`connector:named.${label}`) ?? phrases.get(`connector:field.${key}`);
      for (const field of fields) {
        if (language === 'en') assert.equal(nameOf(field), field.label, field.at);
        else assert.ok(nameOf(field), `${field.at} in ${language}`);
      }
    }
    const unused = [...phrasesOf('en').keys()]
      .filter((key) => /^connector:(named|field)\./.test(key))
      .filter((key) => !fields.some(({ key: own, label }) => key === `connector:named.${label}` || key === `connector:field.${own}`));
    assert.deepEqual(unused, []);
  });

  it('take every line of Python from the Flask sample', () => {
    const sample = read(checkout, 'samples/flask/app.py');
    const blocks = fenced(read(guides, 'en', 'flask.md')).filter(({ kind }) => kind === 'python');
    assert.ok(blocks.length > 8);
    for (const { code } of blocks) {
      const lines = code.split('\n');
      const found = sample.includes(code) || sample.includes(lines.map((line) => `    ${line}`).join('\n'));
      assert.ok(found, `not in samples/flask/app.py:\n${code}`);
    }
  });
});
