// Lays a .br and a .gz beside every file of the build that is worth it, so that the server never compresses.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const worthIt = /\.(js|css|html|json|svg)$/;

const names = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'manifest.json')
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
  .sort();
for (const name of names.filter((name) => worthIt.test(name))) {
  const content = readFileSync(join(dist, name));
  const smaller = [
    ['br', brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } })],
    ['gz', gzipSync(content, { level: 9 })],
  ];
  for (const [suffix, bytes] of smaller) {
    if (bytes.length < content.length) writeFileSync(join(dist, `${name}.${suffix}`), bytes);
  }
}
// The server reads this list, as a folder inside an archive cannot be listed everywhere.
writeFileSync(join(dist, 'files.txt'), `${names.join('\n')}\n`);
rmSync(join(dist, '.built'), { force: true });
