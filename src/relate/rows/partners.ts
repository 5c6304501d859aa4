import type { Row } from './row.ts'

/** WORKS_WITH: a stated joint action or partnership. */
export const PARTNER_ROWS: readonly Row[] = [
  {
    name: 'joins-hands-with',
    relation: 'WORKS_WITH',
    pattern: 'jointly … to:Organisation|Place+',
    doer: 'from',
    confidence: 0.85,
    fires: ['[桐花社区|Place/village]联合[区司法局|Organisation/government]开展普法讲座。 => 桐花社区 > 区司法局'],
    not: ['[桐花社区|Place/village]联合开展普法讲座，[区司法局|Organisation/government]到场观看。'],
  },
  {
    name: 'together-with',
    relation: 'WORKS_WITH',
    pattern: 'with to:Organisation|Place+ …… together',
    doer: 'from',
    confidence: 0.85,
    fires: ['[桐花社区|Place/village]与[市图书馆|Organisation/government]签订共建协议。 => 桐花社区 > 市图书馆'],
    not: ['[桐花社区|Place/village]与[市图书馆|Organisation/government]相距不远。'],
  },
  {
    name: 'side-by-side',
    relation: 'WORKS_WITH',
    pattern: 'from:Organisation|Place with to:Organisation|Place+ …… together',
    confidence: 0.85,
    fires: ['[东山村|Place/village]与[西山村|Place/village]共建产业园。 => 东山村 > 西山村'],
    not: ['[东山村|Place/village]与[西山村|Place/village]相邻。'],
  },
]
