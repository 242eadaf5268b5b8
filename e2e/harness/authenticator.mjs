// An authenticator app: six digits of a secret and the time (RFC 6238).
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const step = 30_000;

const decoded = (base32) => {
  const bits = [...base32]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
};

export class Authenticator {
  #key;
  #used = -1;

  constructor(secret) {
    this.#key = decoded(secret);
  }

  #at(counter) {
    const moment = Buffer.alloc(8);
    moment.writeBigUInt64BE(BigInt(counter));
    const hash = createHmac('sha1', this.#key).update(moment).digest();
    const number = hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, '0');
  }

  /** A code that has not been typed yet. The server takes one of the next thirty seconds too, so nobody waits for long. */
  async code() {
    const present = () => Math.floor(Date.now() / step);
    while (this.#used > present()) await sleep(1_000);
    this.#used = Math.max(this.#used + 1, present());
    return this.#at(this.#used);
  }
}
