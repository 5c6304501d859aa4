/**
 * THE ontology, declared once. Everything that names a type, kind or relation is derived from this table:
 * the TypeScript types (`types.ts`), the validators (`validators.ts`), Cypher constraints (`cypher.ts`),
 * the viewer's legend and the table in `docs/ontology.md`.
 */

interface KindRow {
  readonly kind: string
  readonly zh: string
  readonly en: string
}

interface EntityTypeRow {
  readonly type: string
  readonly zh: string
  readonly en: string
  /** Colour in light and in dark mode, chosen to stay apart for colour-blind readers (Okabe–Ito order). */
  readonly colour: string
  readonly colourDark: string
  /** Shape of the mark, so that colour is never the only cue. */
  readonly shape: 'circle' | 'square' | 'diamond' | 'triangle' | 'hexagon'
  readonly kinds: readonly KindRow[]
}

interface RelationRow {
  readonly type: string
  readonly zh: string
  readonly en: string
  /** How a reader says it: `回民区 推行 红蜂驿站`. */
  readonly verbZh: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  /** Both ends must be of one type (a programme is never part of a body). */
  readonly sameType?: true
  /** The order of the ends carries no meaning; edges are stored with the smaller id first. */
  readonly unordered?: true
  readonly meaning: string
}

const row = (kind: string, zh: string, en: string): KindRow => ({ kind, zh, en })

export const ENTITY_TYPES = [
  {
    type: 'Place',
    zh: '地方',
    en: 'Place',
    colour: '#0072b2',
    colourDark: '#56b4e9',
    shape: 'circle',
    kinds: [
      row('province', '省级', 'province'),
      row('prefecture', '地级', 'prefecture'),
      row('county', '县级', 'county'),
      row('zone', '功能区', 'zone'),
      row('township', '乡级', 'township'),
      row('village', '村（社区）', 'village or community'),
      row('estate', '小区网格', 'estate'),
      row('site', '场所', 'site'),
    ],
  },
  {
    type: 'Organisation',
    zh: '机构',
    en: 'Organisation',
    colour: '#d55e00',
    colourDark: '#ff9a4d',
    shape: 'square',
    kinds: [
      row('party', '党组织', 'Party body'),
      row('government', '政府机构', 'government body'),
      row('mass', '群团组织', 'mass organisation'),
      row('company', '企业', 'company'),
      row('cooperative', '合作社', 'cooperative'),
      row('social', '社会组织', 'social organisation'),
      row('school', '学校', 'school'),
      row('media', '媒体', 'media'),
      row('team', '队伍', 'team'),
      row('other', '其他机构', 'other body'),
    ],
  },
  {
    type: 'Programme',
    zh: '项目',
    en: 'Programme',
    colour: '#007a5e',
    colourDark: '#2fc79d',
    shape: 'diamond',
    kinds: [
      row('campaign', '行动', 'campaign'),
      row('mechanism', '机制', 'mechanism'),
      row('model', '模式', 'model'),
      row('brand', '品牌', 'brand'),
      row('activity', '活动', 'activity'),
      row('platform', '平台', 'platform'),
      row('policy', '政策文件', 'policy'),
      row('service', '服务阵地', 'service'),
      row('project', '工程', 'project'),
      row('honour', '荣誉', 'honour'),
    ],
  },
  {
    type: 'Person',
    zh: '人物',
    en: 'Person',
    colour: '#a5467e',
    colourDark: '#e58fc2',
    shape: 'triangle',
    kinds: [],
  },
] as const satisfies readonly EntityTypeRow[]

export const RELATIONS = [
  {
    type: 'LOCATED_IN',
    zh: '位于',
    en: 'located in',
    verbZh: '位于',
    from: ['Place', 'Organisation'],
    to: ['Place'],
    meaning: 'the nearest containing place that the article names or implies; a body’s territory or seat',
  },
  {
    type: 'PART_OF',
    zh: '隶属',
    en: 'part of',
    verbZh: '属于',
    from: ['Organisation', 'Programme'],
    to: ['Organisation', 'Programme'],
    sameType: true,
    meaning: 'a unit of a body; a component of a programme',
  },
  {
    type: 'RUNS',
    zh: '推行',
    en: 'runs',
    verbZh: '推行',
    from: ['Place', 'Organisation', 'Person'],
    to: ['Programme'],
    meaning: 'launches, implements, hosts, issues, promotes or takes part in it',
  },
  {
    type: 'WORKS_WITH',
    zh: '合作',
    en: 'works with',
    verbZh: '联合',
    from: ['Place', 'Organisation'],
    to: ['Place', 'Organisation'],
    unordered: true,
    meaning: 'a stated joint action or partnership',
  },
  {
    type: 'AFFILIATED_WITH',
    zh: '任职',
    en: 'affiliated with',
    verbZh: '任职于',
    from: ['Person'],
    to: ['Organisation', 'Place'],
    meaning: 'holds a post in, is a member, resident or staff of; the title is the post',
  },
  {
    type: 'RECEIVED',
    zh: '获得',
    en: 'received',
    verbZh: '获得',
    from: ['Place', 'Organisation', 'Person'],
    to: ['Programme'],
    meaning: 'an award or title received',
  },
] as const satisfies readonly RelationRow[]

/** Nodes that carry the graph's provenance. They are no entities: extraction never yields them. */
export const STRUCTURE_TYPES = [
  { type: 'Article', zh: '文章', en: 'Article', colour: '#767676', colourDark: '#a8a8a8', shape: 'hexagon' },
  { type: 'Author', zh: '记者', en: 'Author', colour: '#8a6d3b', colourDark: '#cdb380', shape: 'triangle' },
  { type: 'Figure', zh: '数字', en: 'Figure', colour: '#5f6b7a', colourDark: '#a9b4c2', shape: 'square' },
] as const

/** Edges between structure nodes and entities. */
export const STRUCTURE_RELATIONS = [
  {
    type: 'MENTIONS',
    zh: '提到',
    en: 'mentions',
    from: ['Article'],
    to: ['Place', 'Organisation', 'Programme', 'Person'],
  },
  { type: 'WROTE', zh: '撰写', en: 'wrote', from: ['Author'], to: ['Article'] },
  {
    type: 'HAS_FIGURE',
    zh: '数据',
    en: 'has figure',
    from: ['Place', 'Organisation', 'Programme', 'Person'],
    to: ['Figure'],
  },
  { type: 'STATED_IN', zh: '出自', en: 'stated in', from: ['Figure'], to: ['Article'] },
] as const
