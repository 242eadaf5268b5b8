// How fast the machine is just now. Others share its cores and caches: the same work takes half as much CPU again in one
// minute as in another, which says nothing about the server.
import { generateKeyPairSync, sign, verify } from 'node:crypto';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const text = Buffer.from('always the same');
const signature = sign('sha256', text, privateKey);
const [from, to] = [Buffer.alloc(8 << 20, 1), Buffer.alloc(8 << 20)];

let best = Infinity;

/** CPU milliseconds of what is always the same: some arithmetic, and some memory that no cache holds. */
export function yardstick() {
  const before = process.cpuUsage();
  for (let i = 0; i < 150; i++) verify('sha256', text, publicKey, signature);
  for (let i = 0; i < 4; i++) from.copy(to);
  const { user, system } = process.cpuUsage(before);
  const taken = (user + system) / 1000;
  best = Math.min(best, taken);
  return taken;
}

/** How many times the shortest of all so far. */
export const slower = (taken) => taken / best;

/** The shortest of all so far, in CPU milliseconds: it tells this machine from others, and this day from others. */
export const shortest = () => best;
