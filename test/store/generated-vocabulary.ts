import type { EntityKind, EntityType, RelationType } from '../../src/schema/types.ts'

/** What names are made of. */
export const SYLLABLES = [
  ...'东西南北中新玉泉回民赛罕清水河武川和林托县金山阳光桥华台阁牧海蒙元春秋红蓝青白云石榴蜂驿站网格心安康乐惠智慧桃李松柏江湖',
]

/** Shares of the entities, added up: type, kind, and the end of their names. */
export const HEADS: readonly (readonly [number, EntityType, EntityKind | null, string])[] = [
  [0.02, 'Place', 'county', '区'],
  [0.08, 'Place', 'township', '街道'],
  [0.32, 'Place', 'village', '社区'],
  [0.42, 'Organisation', 'party', '党委'],
  [0.52, 'Organisation', 'team', '志愿服务队'],
  [0.58, 'Organisation', 'company', '公司'],
  [0.7, 'Programme', 'service', '驿站'],
  [0.8, 'Programme', 'model', '工作法'],
  [0.88, 'Programme', 'activity', '活动'],
  [1, 'Person', null, ''],
]

/** What may join what, and the verb that says so. */
export const RELATIONS_OF: readonly (readonly [EntityType, EntityType, RelationType, string])[] = [
  ['Place', 'Place', 'LOCATED_IN', '位于'],
  ['Organisation', 'Place', 'LOCATED_IN', '位于'],
  ['Place', 'Programme', 'RUNS', '推行'],
  ['Organisation', 'Programme', 'RUNS', '推行'],
  ['Person', 'Programme', 'RUNS', '参加'],
  ['Organisation', 'Organisation', 'WORKS_WITH', '联合'],
  ['Programme', 'Programme', 'PART_OF', '属于'],
  ['Person', 'Organisation', 'AFFILIATED_WITH', '任职于'],
  ['Person', 'Place', 'AFFILIATED_WITH', '任职于'],
]
