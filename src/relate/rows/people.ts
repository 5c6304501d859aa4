import type { Row } from './row.ts'

/** AFFILIATED_WITH where no title says so: who founds a body. Titles are read by `readPosts`. */
export const PEOPLE_ROWS: readonly Row[] = [
  {
    name: 'person-founds-body',
    relation: 'AFFILIATED_WITH',
    pattern: 'launch|build … to:Organisation/team|Organisation/social|Organisation/cooperative|Organisation/company',
    doer: 'person',
    confidence: 0.8,
    fires: ['退休教师[罗玉兰|Person]回到村里，成立了[晚霞志愿服务队|Organisation/team]。 => 罗玉兰 > 晚霞志愿服务队'],
    not: ['[罗玉兰|Person]说，村里成立了[晚霞志愿服务队|Organisation/team]。'],
  },
]
