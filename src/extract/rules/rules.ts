import { BODY_RULES } from './bodies.ts'
import { DIVISION_RULES } from './divisions.ts'
import { FIRM_RULES } from './firms.ts'
import { KNOWN_BODY_RULES } from './known-bodies.ts'
import { KNOWN_PROGRAMME_RULES } from './known-programmes.ts'
import { PROGRAMME_RULES } from './programmes.ts'
import type { HeadRule } from './rule.ts'
import { SITE_RULES } from './sites.ts'
import { TEAM_RULES } from './teams.ts'

/** Every head rule. The order carries no meaning. */
export const HEAD_RULES: readonly HeadRule[] = [
  ...DIVISION_RULES,
  ...SITE_RULES,
  ...BODY_RULES,
  ...FIRM_RULES,
  ...KNOWN_BODY_RULES,
  ...KNOWN_PROGRAMME_RULES,
  ...PROGRAMME_RULES,
  ...TEAM_RULES,
]
