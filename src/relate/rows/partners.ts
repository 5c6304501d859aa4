import type { Row } from './row.ts'

/** WORKS_WITH: a stated joint action or partnership. */
export const PARTNER_ROWS: readonly Row[] = [
  {
    name: 'joins-hands-with',
    relation: 'WORKS_WITH',
    pattern: 'jointly … to:Organisation|Place+',
    doer: 'from',
    notBefore: 'member',
    confidence: 0.85,
    fires: [
      '[桐花社区|Place/village]联合[区司法局|Organisation/government]开展普法讲座。 => 桐花社区 > 区司法局',
      '[交警大队|Organisation/government]与共建单位[桐花小学|Organisation/school]举行开放日。 => 交警大队 > 桐花小学',
    ],
    not: ['[桐花社区|Place/village]联合开展普法讲座，[区司法局|Organisation/government]到场观看。'],
  },
  {
    name: 'invites-partner',
    relation: 'WORKS_WITH',
    pattern: 'invite … to:Organisation+',
    doer: 'from',
    confidence: 0.72,
    fires: [
      '[桐花社区|Place/village]引入[蓝天公益服务中心|Organisation/social]开办课堂。 => 桐花社区 > 蓝天公益服务中心',
    ],
    not: ['[桐花社区|Place/village]邀请专家授课，[蓝天公益服务中心|Organisation/social]观摩。'],
  },
  {
    name: 'together-with',
    relation: 'WORKS_WITH',
    pattern: 'with to:Organisation|Place+ …… together',
    doer: 'from',
    notBefore: 'member',
    confidence: 0.85,
    fires: ['[桐花社区|Place/village]与[市图书馆|Organisation/government]签订共建协议。 => 桐花社区 > 市图书馆'],
    not: ['[桐花社区|Place/village]与[市图书馆|Organisation/government]相距不远。'],
  },
  {
    name: 'together-with-members',
    relation: 'WORKS_WITH',
    pattern: 'with other:Organisation member to:Organisation+ …… together',
    doer: 'from',
    confidence: 0.85,
    fires: [
      '[桐花社区|Place/village]与[共建联盟|Organisation/other]成员[市图书馆|Organisation/government]共同开展阅读活动。 => 桐花社区 > 市图书馆',
    ],
    not: ['[桐花社区|Place/village]与[市图书馆|Organisation/government]共同开展阅读活动。'],
  },
  {
    name: 'builds-with',
    relation: 'WORKS_WITH',
    pattern: 'with to:Organisation|Place+ build',
    doer: 'from',
    confidence: 0.8,
    fires: ['[桐花社区|Place/village]与[市图书馆|Organisation/government]建立长效机制。 => 桐花社区 > 市图书馆'],
    not: ['[桐花社区|Place/village]建成图书角，与[市图书馆|Organisation/government]相距不远。'],
  },
  {
    name: 'side-by-side',
    relation: 'WORKS_WITH',
    pattern: 'from:Organisation|Place+ … together',
    subject: true,
    pairs: true,
    notBefore: 'member',
    confidence: 0.85,
    fires: ['[东山村|Place/village]、[西山村|Place/village]联合开展巡山。 => 东山村 > 西山村'],
    not: ['[东山村|Place/village]与[西山村|Place/village]相邻。'],
  },
  {
    name: 'hosts-together',
    relation: 'WORKS_WITH',
    pattern: 'by from:Organisation|Place+ … together|host|operate',
    pairs: true,
    notBefore: 'member',
    confidence: 0.8,
    fires: [
      '活动由[团区委|Organisation/mass]、[区妇联|Organisation/mass]、[区工会|Organisation/mass]共同举办。 => 团区委 > 区妇联; 团区委 > 区工会',
      '活动由[团区委|Organisation/mass]、[区妇联|Organisation/mass]等单位主办。 => 团区委 > 区妇联',
    ],
    not: ['奖品由[团区委|Organisation/mass]、[区妇联|Organisation/mass]提供。'],
  },
]
