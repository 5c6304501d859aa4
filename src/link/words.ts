import { beginsWith, readWordGroups } from '../text/word-groups.ts'

/** The words of `seeds/link/words.csv`; the README beside it says what each group is for. */
export const WORDS = readWordGroups('link/words.csv', [
  'demonstrative',
  'deictic',
  'determiner',
  'own',
  'capital',
  'subordinate',
  'conjunction',
  'alias-scope',
  'alias-verb',
  'edition',
  'term',
  'first-edition',
  'autonomous',
  'zone',
  'residential',
  'road',
  'site-head',
  'direction',
  'level-compound',
  'township-head',
  'party',
  'central',
  'communist-youth',
  'youth-league',
  'committee',
  'nation',
  'national-organ',
  'not-national',
  'not-government',
  'government-organ',
  'mass-organisation',
  'grassroots-organ',
  'guest-association',
  'owner',
  'unnamed-head',
  'bare-head',
  'body-head',
  'organ-beginning',
  'person-suffix',
  'branch-prefix',
])

/** 该|区, 本|社区: what points to a body or site right before its noun. */
export const DEMONSTRATIVE = beginsWith(WORDS.demonstrative)
/** 中共|某市委, 中国共产党|某县委员会 */
export const PARTY = beginsWith(WORDS.party)
