import { W } from '../../extract/weights.ts'
import type { Entity } from '../../model/facts.ts'
import { type FeatureList, feature } from './feature-list.ts'

/** Weights of names at which it is told apart how sure they are, in the units of the decoder. */
const STEPS = [5, 10, 20, 30, 45, 60]

/** As sure as the surest of its names: by the log-odds that it is one. */
const surenessOf = ({ mentions }: Entity): number =>
  mentions.reduce((most, { anaphor, weight }) => (anaphor ? most : Math.max(most, weight)), 0)

/**
 * What is no entity stands in no relation, and measures nothing.
 * @param role what the entity is called in the features' names
 * @returns adds how sure it is that an entity is one
 */
export function surenessFeatures(role: string): (entity: Entity, out: FeatureList) => void {
  const steps = STEPS.map(weight => ({
    weight,
    number: feature(`${role}: a name by log-odds of ${weight / W.oddsOfName} or more`),
  }))
  return (entity, out) => {
    const sureness = surenessOf(entity)
    for (const { weight, number } of steps) if (sureness >= weight) out.add(number)
  }
}
