import { type ArticleRow, factsOf } from './facts-fixture.ts'

const HUHHOT = { code: '1501', aliases: ['首府'] } as const
const HUIMIN = { code: '150103', anchor: '1501' } as const
const SAIHAN = { code: '150105', anchor: '1501' } as const
const XINCHENG = { code: '150102', anchor: '1501' } as const

/** Six articles of four districts of one city; programmes are shared, namesakes and a part of a programme are among them. */
const ROWS: readonly ArticleRow[] = [
  {
    source: 'pages/a.txt',
    index: 1,
    title: '回民区：骑手有了歇脚的地方',
    date: '2024-03-05',
    bylines: [{ name: '沈一诺', role: '记者' }],
    text: '呼和浩特市回民区推行红蜂驿站，沿街设立31个。回民区海西路街道也办起红蜂驿站。回民区还开展双报到活动，完成率为96.4%。',
    entities: [
      ['Place', 'prefecture', '呼和浩特市', HUHHOT],
      ['Place', 'county', '回民区', HUIMIN],
      ['Place', 'township', '海西路街道', { code: '150103008', anchor: '150103' }],
      ['Programme', 'service', '红蜂驿站'],
      ['Programme', 'activity', '双报到'],
    ],
    relations: [
      ['LOCATED_IN', '回民区', '呼和浩特市', '呼和浩特市回民区推行红蜂驿站', { confidence: 0.95 }],
      ['LOCATED_IN', '海西路街道', '回民区', '回民区海西路街道也办起红蜂驿站', { confidence: 0.95 }],
      ['RUNS', '回民区', '红蜂驿站', '呼和浩特市回民区推行红蜂驿站，沿街设立31个'],
      ['RUNS', '海西路街道', '红蜂驿站', '回民区海西路街道也办起红蜂驿站'],
      ['RUNS', '回民区', '双报到', '回民区还开展双报到活动'],
    ],
    figures: [
      ['回民区', '红蜂驿站', 31, '个', '沿街设立31个'],
      ['双报到', '完成率', 96.4, '%', '完成率为96.4%'],
    ],
  },
  {
    source: 'pages/a.txt',
    index: 2,
    title: '赛罕区：骑手进网格',
    date: '2024-05-20',
    bylines: [
      { name: '韩露', role: '记者' },
      { name: '沈一诺', role: '摄影' },
    ],
    text: '赛罕区设立红蜂驿站40余个，推广双报到。赛罕区委组织部联合赛罕区总工会组建骑手志愿服务队。赛罕区今年再推红蜂驿站。',
    entities: [
      ['Place', 'county', '赛罕区', SAIHAN],
      ['Programme', 'service', '红蜂驿站'],
      ['Programme', 'activity', '双报到'],
      ['Organisation', 'party', '赛罕区委组织部', { anchor: '150105' }],
      ['Organisation', 'mass', '赛罕区总工会', { anchor: '150105' }],
      ['Organisation', 'team', '骑手志愿服务队', { anchor: '150105' }],
    ],
    relations: [
      ['RUNS', '赛罕区', '红蜂驿站', '赛罕区设立红蜂驿站40余个', { confidence: 0.8 }],
      ['RUNS', '赛罕区', '红蜂驿站', '赛罕区今年再推红蜂驿站', { confidence: 0.7, date: '2024' }],
      ['RUNS', '赛罕区', '双报到', '推广双报到'],
      ['WORKS_WITH', '赛罕区委组织部', '赛罕区总工会', '赛罕区委组织部联合赛罕区总工会组建骑手志愿服务队'],
      ['LOCATED_IN', '赛罕区委组织部', '赛罕区', '赛罕区委组织部联合赛罕区总工会'],
      ['LOCATED_IN', '赛罕区总工会', '赛罕区', '赛罕区委组织部联合赛罕区总工会'],
      ['PART_OF', '骑手志愿服务队', '赛罕区总工会', '赛罕区总工会组建骑手志愿服务队', { confidence: 0.6 }],
    ],
    figures: [['赛罕区', '红蜂驿站', 40, '个', '红蜂驿站40余个', { approx: true }]],
  },
  {
    source: 'pages/b.txt',
    index: 1,
    title: '“双报到”在社区扎根',
    date: '2024-06-01',
    text: '回民区三顺店社区党支部书记李一之带头参加双报到。三顺店社区获得全国先进社区称号。回民区持续推行双报到。',
    entities: [
      ['Place', 'county', '回民区', HUIMIN],
      ['Place', 'village', '三顺店社区', { code: '150103005001', anchor: '150103' }],
      ['Organisation', 'party', '三顺店社区党支部', { anchor: '150103' }],
      ['Person', null, '李一之', { anchor: '150103' }],
      ['Programme', 'activity', '双报到'],
      ['Programme', 'honour', '全国先进社区'],
    ],
    relations: [
      ['AFFILIATED_WITH', '李一之', '三顺店社区党支部', '三顺店社区党支部书记李一之', { title: '书记' }],
      ['LOCATED_IN', '三顺店社区', '回民区', '回民区三顺店社区党支部书记李一之'],
      ['LOCATED_IN', '三顺店社区党支部', '三顺店社区', '三顺店社区党支部书记李一之'],
      ['RUNS', '李一之', '双报到', '李一之带头参加双报到', { confidence: 0.5 }],
      ['RUNS', '回民区', '双报到', '回民区持续推行双报到', { confidence: 0.8 }],
      ['RECEIVED', '三顺店社区', '全国先进社区', '三顺店社区获得全国先进社区称号'],
    ],
  },
  {
    source: 'pages/b.txt',
    index: 2,
    title: '新城区：一个平台办多件事',
    date: '2023-11-12',
    bylines: [{ name: '韩露', role: '记者' }],
    text: '首府推行智慧网格平台。新城区上线智慧网格平台，随手拍是智慧网格平台的一部分。新城区委组织部与内蒙古芸公益协会共建随手拍。新城区网格有265个。',
    entities: [
      ['Place', 'prefecture', '呼和浩特市', HUHHOT],
      ['Place', 'county', '新城区', XINCHENG],
      ['Programme', 'platform', '智慧网格平台', { anchor: '1501' }],
      ['Programme', 'platform', '随手拍', { anchor: '1501' }],
      ['Organisation', 'party', '新城区委组织部', { anchor: '150102' }],
      ['Organisation', 'social', '内蒙古芸公益协会'],
    ],
    relations: [
      ['RUNS', '呼和浩特市', '智慧网格平台', '首府推行智慧网格平台'],
      ['RUNS', '新城区', '智慧网格平台', '新城区上线智慧网格平台'],
      ['PART_OF', '随手拍', '智慧网格平台', '随手拍是智慧网格平台的一部分'],
      ['WORKS_WITH', '内蒙古芸公益协会', '新城区委组织部', '新城区委组织部与内蒙古芸公益协会共建随手拍'],
      ['LOCATED_IN', '新城区委组织部', '新城区', '新城区委组织部与内蒙古芸公益协会共建随手拍', { confidence: 0.8 }],
    ],
    figures: [['新城区', '网格', 265, '个', '新城区网格有265个']],
  },
  {
    source: 'pages/c.txt',
    index: 1,
    title: null,
    date: null,
    text: '玉泉区城关镇举办邻里节。玉泉区的网格有180个。',
    entities: [
      ['Place', 'county', '玉泉区', { code: '150104', anchor: '1501' }],
      ['Place', 'township', '城关镇', { anchor: '150104' }],
      ['Programme', 'activity', '邻里节', { anchor: '150104' }],
    ],
    relations: [
      ['RUNS', '城关镇', '邻里节', '玉泉区城关镇举办邻里节'],
      ['LOCATED_IN', '城关镇', '玉泉区', '玉泉区城关镇举办邻里节'],
    ],
    figures: [['玉泉区', '网格', 180, '个', '玉泉区的网格有180个']],
  },
  {
    source: 'pages/c.txt',
    index: 2,
    title: '和林格尔县城关镇办起邻里节',
    date: '2024-09',
    text: '和林格尔县城关镇也办邻里节😀。王敏是城关镇的居民。',
    entities: [
      ['Place', 'county', '和林格尔县', { code: '150123', anchor: '1501' }],
      ['Place', 'township', '和林格尔县城关镇', { code: '150123100', anchor: '150123', aliases: ['城关镇'] }],
      ['Programme', 'activity', '邻里节', { anchor: '150123' }],
      ['Person', null, '王敏', { anchor: '150123' }],
    ],
    relations: [
      ['RUNS', '和林格尔县城关镇', '邻里节', '和林格尔县城关镇也办邻里节😀', { confidence: 0.45 }],
      ['AFFILIATED_WITH', '王敏', '和林格尔县城关镇', '王敏是城关镇的居民', { title: '居民' }],
    ],
  },
]

export const SAMPLE_FACTS = ROWS.map(factsOf)
