import type { Propose } from './candidate.ts'
import type { Places } from './places.ts'
import type { Reading } from './reading.ts'
import type { Register } from './register/register.ts'

/** All that a proposer may look at: the text's words, where territories end, the register. Never another proposer. */
export interface Scene {
  readonly reading: Reading
  readonly places: Places
  readonly register: Register
}

export type Proposer = (scene: Scene, propose: Propose) => void
