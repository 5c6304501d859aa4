import type { Proposer } from './proposer.ts'
import { proposeAnnounced } from './proposers/announced.ts'
import { proposeAwards } from './proposers/awards.ts'
import { proposeConjuncts } from './proposers/composed.ts'
import { proposeCorps } from './proposers/corps.ts'
import { proposeListed } from './proposers/listed.ts'
import { proposePersons } from './proposers/person.ts'
import { proposeQuoted } from './proposers/quoted.ts'
import { proposeTerritories } from './proposers/register.ts'
import { proposeShapes } from './proposers/shape.ts'

/** Everyone who may offer a span. The order carries no meaning. */
export const PROPOSERS: readonly Proposer[] = [
  proposeConjuncts,
  proposeTerritories,
  proposeShapes,
  proposeQuoted,
  proposeAwards,
  proposeAnnounced,
  proposePersons,
  proposeListed,
  proposeCorps,
]
