// Measures what the built Console weighs on the wire and fails above the budget: the first page of a signed-in
// administrator (shell, style, entry, frame phrases, the page and its phrases), and what any later page, or a part of
// one that is loaded when it is needed, adds to it.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const first = 350 * 1024;
const later = 80 * 1024;
/** The editor of scripts, which comes after its page is there and may be used. */
const editor = 90 * 1024;
const dist = fileURLToPath(new URL('../dist', import.meta.url));
const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));

const size = (file) => {
  try {
    return statSync(join(dist, `${file}.br`)).size;
  } catch {
    return statSync(join(dist, file)).size;
  }
};

/** Every file that the browser fetches for an entry, with what it imports. */
function files(key, seen = new Set()) {
  const entry = manifest[key];
  if (!entry || seen.has(entry.file)) return seen;
  seen.add(entry.file);
  entry.css?.forEach((file) => seen.add(file));
  entry.imports?.forEach((each) => files(each, seen));
  return seen;
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} kB`;
const sum = (set) => [...set].reduce((total, file) => total + size(file), 0);

const languages = ['en', 'zh-CN', 'pt-BR', 'fr', 'es'];
const shell = files('index.html');
const frame = Math.max(...languages.map((language) => sum(files(`src/phrases/${language}.json`))));
const base = size('index.html') + sum(shell) + frame;

const lazy = Object.keys(manifest).filter((key) => /^src\/.*\.tsx?$/.test(key) && manifest[key].isDynamicEntry);
let failed = lazy.length === 0;
for (const page of lazy) {
  const folder = page.split('/').slice(0, 3).join('/');
  const code = new Set([...files(page)].filter((file) => !shell.has(file)));
  const phrases = Math.max(0, ...languages.map((language) => sum(files(`${folder}/phrases/${language}.json`))));
  const added = sum(code) + phrases;
  const over = added > (page === 'src/parts/code/editor.ts' ? editor : later) || base + added > first;
  failed ||= over;
  console.log(`${over ? 'TOO HEAVY ' : ''}${page}: ${kilobytes(added)} more, ${kilobytes(base + added)} with the frame`);
}
console.log(`the frame alone: ${kilobytes(base)}; budget ${kilobytes(first)} for the first page, ${kilobytes(later)} for a later one, ${kilobytes(editor)} for the editor of scripts`);
process.exit(failed ? 1 : 0);
