// The guides of the Console as their readers copy them: files with an application's values, beside the published packages.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { checkout } from './server.mjs';

const packages = join(checkout, 'e2e', 'guides');
const sources = join(checkout, 'console', 'src', 'features', 'guide');

/** esbuild of the folder where the guides' packages are. */
export const esbuild = () => import(join(packages, 'node_modules', 'esbuild', 'lib', 'main.js')).then((module) => module.default);

const raw = {
  name: 'raw',
  setup: (build) => {
    build.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({ path: join(resolveDir, path.slice(0, -4)), namespace: 'raw' }));
    build.onLoad({ filter: /.*/, namespace: 'raw' }, ({ path }) => ({ contents: readFileSync(path, 'utf8'), loader: 'text' }));
  },
};

/** Writes the files of a guide, filled with the values of an application, into a folder of their own; `edit` changes a text. */
export async function written(id, values, edit = (text) => text) {
  const folder = join(packages, 'tried', id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const module = join(folder, '.guide.mjs');
  await (await esbuild()).build({
    stdin: { contents: `export { default as guide } from './guides/${id}.ts'; export { filesOf, filled } from './guide.ts';`, resolveDir: sources, loader: 'ts' },
    plugins: [raw],
    define: { 'import.meta.glob': 'Object' },
    bundle: true,
    format: 'esm',
    outfile: module,
    logLevel: 'error',
  });
  const { guide, filesOf, filled } = await import(module);
  for (const { name, parts } of filesOf(guide)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, edit(filled(parts.map(({ text }) => text).join('\n'), values)));
  }
  return folder;
}

/** Where a program of the guides' packages is. */
export const program = (name) => join(packages, 'node_modules', '.bin', name);

/** Bundles a page's script and serves it at every path, as the development server of an SPA does. */
export async function servePage(folder, entry, port) {
  const { outputFiles } = await (await esbuild()).build({
    entryPoints: [join(folder, entry)],
    bundle: true,
    write: false,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const server = createServer((request, response) => {
    const script = request.url === '/main.js';
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(script ? outputFiles[0].text : '<!doctype html><html lang="en"><title>Guide</title><div id="root"></div><script src="/main.js"></script></html>');
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { stop: () => new Promise((resolve) => server.close(resolve)) };
}

/** What Vite's template adds to a guide for Vue: the page, the plug-in, and the files that the guide leaves alone. */
export function viteProject(folder, files) {
  const added = {
    'index.html': '<!doctype html><html lang="en"><title>Guide</title><div id="app"></div><script type="module" src="/src/main.ts"></script></html>',
    'vite.config.mjs': "import vue from '@vitejs/plugin-vue';\nexport default { plugins: [vue()], cacheDir: '.vite' };\n",
    ...files,
  };
  for (const [name, text] of Object.entries(added)) writeFileSync(join(folder, name), text);
}

/** Gives a folder the Go modules of the guide, in versions that are pinned by their sums. */
export function goModule(folder) {
  for (const name of ['go.mod', 'go.sum']) copyFileSync(join(packages, 'go', name), join(folder, name));
}
