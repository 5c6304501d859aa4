import type { Row } from './row.ts'

/** RECEIVED: an award or title received. */
export const HONOUR_ROWS: readonly Row[] = [
  {
    name: 'receives-honour',
    relation: 'RECEIVED',
    pattern: 'receive|select … to:Programme/honour+',
    doer: 'from',
    confidence: 0.93,
    fires: [
      '[南岭村|Place/village]先后荣获“[全国文明村|Programme/honour]”“[省级卫生村|Programme/honour]”等称号。 => 南岭村 > 全国文明村; 南岭村 > 省级卫生村',
    ],
    not: ['[南岭村|Place/village]荣获表彰，正在创建“[全国文明村|Programme/honour]”。'],
  },
  {
    name: 'is-granted-honour',
    relation: 'RECEIVED',
    pattern: 'grant … from:Place|Organisation|Person+ …… to:Programme/honour+',
    confidence: 0.9,
    fires: [
      '[民政部门|Organisation/government]授予[何秀英|Person]“[最美社工|Programme/honour]”称号。 => 何秀英 > 最美社工',
    ],
    not: ['[民政部门|Organisation/government]评选“[最美社工|Programme/honour]”，[何秀英|Person]报名。'],
  },
  {
    name: 'honour-before-person',
    relation: 'RECEIVED',
    pattern: 'to:Programme/honour+ from:Person',
    confidence: 0.93,
    fires: ['“[全国劳动模范|Programme/honour]”[何秀英|Person]走上讲台。 => 何秀英 > 全国劳动模范'],
    not: ['“[全国劳动模范|Programme/honour]”评选结束，[何秀英|Person]走上讲台。'],
  },
  {
    name: 'announces-honour',
    relation: 'RUNS',
    pattern: 'grant|issue … to:Programme/honour+',
    doer: 'from',
    confidence: 0.8,
    fires: ['[民政部门|Organisation/government]公布“[最美社工|Programme/honour]”名单。 => 民政部门 > 最美社工'],
    not: ['[南岭村|Place/village]荣获“[全国文明村|Programme/honour]”。'],
  },
]
