import { COMPONENT_ROWS } from './components.ts'
import { HONOUR_ROWS } from './honours.ts'
import { PARTNER_ROWS } from './partners.ts'
import { PEOPLE_ROWS } from './people.ts'
import type { Row } from './row.ts'
import { RUNS_ROWS } from './runs.ts'

/** Every row. Their order carries no meaning. */
export const ROWS: readonly Row[] = [...RUNS_ROWS, ...PARTNER_ROWS, ...HONOUR_ROWS, ...PEOPLE_ROWS, ...COMPONENT_ROWS]
