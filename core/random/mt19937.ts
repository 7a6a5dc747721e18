/**
 * The Mersenne Twister MT19937 (Matsumoto and Nishimura 1998), seeded like `boost::mt19937(seed)`: Caffe's only source
 * of randomness for fillers. Words are generated in blocks of 624; the state before a draw is the block and a position
 * in it.
 */
const size = 624;
const shift = 397;
const upperBit = 0x80000000;
const lowerBits = 0x7fffffff;
const matrix = 0x9908b0df;

export interface Snapshot {
  readonly block: Uint32Array;
  readonly position: number;
}

export class Mt19937 {
  /** The tempered words of the current block. */
  readonly words = new Uint32Array(size);
  /** Index of the next word; `size` when the block is used up. */
  position = size;
  readonly #block = new Int32Array(size);

  constructor(seed: number) {
    this.seed(seed);
  }

  /** Restarts; `seed` is converted to an unsigned 32-bit integer. */
  seed(seed: number): void {
    const block = this.#block;
    block[0] = seed | 0;
    for (let i = 1; i < size; i++) {
      const previous = block[i - 1] as number;
      block[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
    }
    this.position = size;
  }

  /** The next 32 random bits, unsigned. */
  next(): number {
    if (this.position >= size) this.refill();
    return this.words[this.position++] as number;
  }

  /** Discards this many words. */
  skip(words: number): void {
    let left = words;
    while (left > 0) {
      const taken = Math.min(left, this.ensure());
      this.position += taken;
      left -= taken;
    }
  }

  /** Number of words left before the block must be refilled; refills it first if there are none. */
  ensure(): number {
    if (this.position >= size) this.refill();
    return size - this.position;
  }

  save(): Snapshot {
    return { block: Uint32Array.from(this.#block), position: this.position };
  }

  restore({ block, position }: Snapshot): void {
    this.#block.set(block);
    temper(this.#block, this.words);
    this.position = position;
  }

  refill(): void {
    const block = this.#block;
    for (let k = 0; k < size - shift; k++) twist(block, k, k + 1, k + shift);
    for (let k = size - shift; k < size - 1; k++) twist(block, k, k + 1, k + shift - size);
    twist(block, size - 1, 0, shift - 1);
    temper(block, this.words);
    this.position = 0;
  }
}

function twist(block: Int32Array, at: number, next: number, far: number): void {
  const y = ((block[at] as number) & upperBit) | ((block[next] as number) & lowerBits);
  block[at] = (block[far] as number) ^ (y >>> 1) ^ (-(y & 1) & matrix);
}

function temper(block: Int32Array, words: Uint32Array): void {
  for (let k = 0; k < size; k++) {
    let y = block[k] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    words[k] = y ^ (y >>> 18);
  }
}
