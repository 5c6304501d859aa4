import type { EntityKind, EntityType } from '../../schema/types.ts'

/**
 * How a name grows leftwards from its head noun.
 * `division`: a proper name of a few characters and nothing else (和林格尔|县, 杏林嘉园|小区).
 * `body`: the nearest place, then what the body does (阳光社区|党委, 茅箭区水利和湖泊|局).
 * `site`: like a body, but a proper name may stand for the place (东沟红色廉政教育|基地).
 * `name`: what tells it from others of its kind; a place before it is its container, not part of it (红石榴|志愿服务队).
 */
type Growth = 'division' | 'body' | 'site' | 'name'

/** A sentence, and the exact stretch that the rule must propose in it. */
export type Example = readonly [sentence: string, span: string]

export interface HeadRule {
  readonly name: string
  readonly type: EntityType
  readonly kind: EntityKind
  readonly growth: Growth
  /** Head nouns, parted by spaces. */
  readonly heads: string
  /** Weight of the head alone: how much such a noun promises a name that counts. */
  readonly weight: number
  /** What a head with nothing before it is: a pointer to something named elsewhere (业委会), a name (农业农村部), a compound that says enough (爱心超市), or nothing. */
  readonly bare: 'anaphor' | 'name' | 'whole' | 'nothing'
  /** Whether a place before it belongs to the name even where other words tell it apart (十堰市生态家园示范村). */
  readonly withPlace?: true | undefined
  /** The head is no part of the name: 全国文明单位|称号. */
  readonly unnamed?: true | undefined
  /** Too common a word to be believed without a named place before it: 回民区|办公室. */
  readonly needsPlace?: true | undefined
  /** The head alone says of which level the holder is, so what follows belongs to the article's own: 区委|组织部. */
  readonly pointsUp?: true | undefined
  /** The noun is so common that only words of the name's own, or marks, make a name with it (“青城义警”|队伍). */
  readonly ownWord?: true | undefined
  /** A level word alone may stand for its place: [社区党群服务中心]. */
  readonly ofLevel?: true | undefined
  /** Before the whole body, one of `words` makes it a body of another kind: [共青团]洛阳市委. */
  readonly led?: readonly { readonly words: readonly string[]; readonly kind: EntityKind }[] | undefined
  readonly fires: readonly Example[]
  /** Sentences in which the rule's best span must not be chosen. */
  readonly spares: readonly string[]
}

/** A rule with all properties that a rule may have, absent ones as `undefined`: what asks rules for every word then reads one shape. */
export function inFull(rule: HeadRule): HeadRule {
  const { name, type, kind, growth, heads, weight, bare, fires, spares } = rule
  const { withPlace, unnamed, needsPlace, pointsUp, ownWord, ofLevel, led } = rule
  const traits = { withPlace, unnamed, needsPlace, pointsUp, ownWord, ofLevel, led }
  return { name, type, kind, growth, heads, weight, bare, ...traits, fires, spares }
}
