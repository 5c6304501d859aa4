import { hash32 } from '../../text/hash32.ts'
import { CypherError } from '../error.ts'

type Key = string | number

/**
 * Numbers of things by their keys. A Map would be half as quick on the keys of a snapshot: each end of a relationship is a
 * text of its own, which a Map hashes outside of compiled code, once for each.
 */
export class KeyIndex {
  private readonly keys: readonly Key[]
  /** By turns: the hash of a key, and its number plus one; 0 where nothing is. Open addressing, at most half full. */
  private readonly slots: Int32Array
  private readonly mask: number

  /** @throws CypherError(argument) where a key stands twice */
  constructor(keys: readonly Key[]) {
    this.keys = keys
    let size = 2
    while (size < 2 * keys.length) size *= 2
    this.slots = new Int32Array(2 * size)
    this.mask = size - 1
    for (let number = 0; number < keys.length; number++) this.add(keys[number] as Key, number)
  }

  /** @returns the number of a key; undefined where it is none of them. */
  find(key: Key): number | undefined {
    const number = this.slots[this.slotOf(key, hashOf(key)) + 1] as number
    return number === 0 ? undefined : number - 1
  }

  private add(key: Key, number: number): void {
    const hash = hashOf(key)
    const slot = this.slotOf(key, hash)
    if (this.slots[slot + 1] !== 0) throw twice(key)
    this.slots[slot] = hash
    this.slots[slot + 1] = number + 1
  }

  /** Where a key stands, or would. */
  private slotOf(key: Key, hash: number): number {
    const { keys, slots, mask } = this
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = slots[2 * slot + 1] as number
      if (number === 0 || (slots[2 * slot] === hash && keys[number - 1] === key)) return 2 * slot
    }
  }
}

const hashOf = (key: Key): number => hash32(String(key)) | 0

function twice(key: Key): CypherError {
  const message = { en: `two nodes have the id ${key}`, zh: `两个节点的 id 都是 ${key}` }
  return new CypherError({ code: 'argument', message })
}
