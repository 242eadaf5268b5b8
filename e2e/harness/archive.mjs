// A zip of texts, as an administrator packs a website.
import { crc32 } from 'node:zlib';

/** Numbers of so many bytes each, the least first. */
const little = (...fields) =>
  Buffer.concat(
    fields.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );
/** The version needed, no flags, stored as it is, at midnight on the first of January 1980. */
const plainly = [20, 0, 0, 0, 0x21];

/** Packs files by their names, as they are. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, content] = [Buffer.from(name), Buffer.from(text)];
    const about = little(...plainly.map((value) => [2, value]), [4, crc32(content)], [4, content.length], [4, content.length], [2, path.length], [2, 0]);
    parts.push(little([4, 0x04034b50]), about, path, content);
    directory.push(little([4, 0x02014b50], [2, 20]), about, little([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), path);
    at = Buffer.concat(parts).length;
  }
  const list = Buffer.concat(directory);
  const count = Object.keys(files).length;
  return Buffer.concat([...parts, list, little([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, list.length], [4, at], [2, 0])]);
}
