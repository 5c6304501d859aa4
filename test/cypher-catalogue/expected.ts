import type { Cell } from '../../src/store/cell.ts'

/** A catalogue query on the sample of `test/graph/sample-facts.ts`, and every row that it must give, in order. */
export interface Expectation {
  readonly query: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly rows: readonly (readonly Cell[])[]
}

const A = '回民区：骑手有了歇脚的地方'
const B = '赛罕区：骑手进网格'
const C = '“双报到”在社区扎根'
const JOINED = '赛罕区委组织部联合赛罕区总工会组建骑手志愿服务队'
const YUN = '新城区委组织部与内蒙古芸公益协会共建随手拍'
const STATION = '呼和浩特市回民区推行红蜂驿站，沿街设立31个'

export const EXPECTED: readonly Expectation[] = [
  { query: 'active-communities', rows: [['三顺店社区', '回民区', 0, 0, 1]] },
  { query: 'active-communities', params: { place: '赛罕区' }, rows: [] },
  {
    query: 'article',
    params: { title: '扎根' },
    rows: [
      [C, '2024-06-01', '三顺店社区', 'LOCATED_IN', '回民区', '回民区三顺店社区党支部书记李一之', { $float: '0.9' }],
      [
        C,
        '2024-06-01',
        '李一之',
        'AFFILIATED_WITH',
        '三顺店社区党支部',
        '三顺店社区党支部书记李一之',
        { $float: '0.9' },
      ],
      [
        C,
        '2024-06-01',
        '三顺店社区党支部',
        'LOCATED_IN',
        '三顺店社区',
        '三顺店社区党支部书记李一之',
        { $float: '0.9' },
      ],
      [C, '2024-06-01', '李一之', 'RUNS', '双报到', '李一之带头参加双报到', { $float: '0.5' }],
      [C, '2024-06-01', '三顺店社区', 'RECEIVED', '全国先进社区', '三顺店社区获得全国先进社区称号', { $float: '0.9' }],
      [C, '2024-06-01', '回民区', 'RUNS', '双报到', '回民区持续推行双报到', { $float: '0.8' }],
    ],
  },
  {
    query: 'by-date',
    params: { from: '2024-05', until: '2024-05-31' },
    rows: [
      ['2024-05-20', '赛罕区', 'HAS_FIGURE', '红蜂驿站 约40个', 1, '红蜂驿站40余个'],
      ['2024-05-20', '赛罕区', 'RUNS', '双报到', 1, '推广双报到'],
      ['2024-05-20', '赛罕区总工会', 'WORKS_WITH', '赛罕区委组织部', 1, JOINED],
      ['2024-05-20', '骑手志愿服务队', 'PART_OF', '赛罕区总工会', 1, '赛罕区总工会组建骑手志愿服务队'],
    ],
  },
  {
    query: 'co-mention',
    rows: [
      ['双报到', 'Programme', 2, [A, B]],
      ['赛罕区委组织部', 'Organisation', 1, [B]],
      ['赛罕区总工会', 'Organisation', 1, [B]],
      ['骑手志愿服务队', 'Organisation', 1, [B]],
      ['呼和浩特市', 'Place', 1, [A]],
      ['回民区', 'Place', 1, [A]],
      ['海西路街道', 'Place', 1, [A]],
      ['赛罕区', 'Place', 1, [B]],
    ],
  },
  { query: 'components', rows: [['智慧网格平台', '随手拍', 'platform', 0, '随手拍是智慧网格平台的一部分']] },
  {
    query: 'figures-compared',
    rows: [
      ['网格', '个', '新城区', '新城区', { $float: '265.0' }, false, '2023-11-12', '新城区：一个平台办多件事'],
      ['网格', '个', '玉泉区', '玉泉区', { $float: '180.0' }, false, null, '玉泉区城关镇举办邻里节。玉泉区的网格有1…'],
    ],
  },
  {
    query: 'figures-compared',
    params: { measure: '红蜂驿站' },
    rows: [
      ['红蜂驿站', '个', '赛罕区', '赛罕区', { $float: '40.0' }, true, '2024-05-20', B],
      ['红蜂驿站', '个', '回民区', '回民区', { $float: '31.0' }, false, '2024-03-05', A],
    ],
  },
  {
    query: 'first-mover',
    params: { programme: '蜂驿' },
    rows: [
      ['红蜂驿站', '赛罕区', 'Place', '2024', 1, '赛罕区今年再推红蜂驿站'],
      ['红蜂驿站', '回民区', 'Place', '2024-03-05', 1, STATION],
      ['红蜂驿站', '海西路街道', 'Place', '2024-03-05', 1, '回民区海西路街道也办起红蜂驿站'],
    ],
  },
  { query: 'honours', rows: [['全国先进社区', '三顺店社区', 'Place', '2024-06-01', '三顺店社区获得全国先进社区称号']] },
  {
    query: 'matrix',
    rows: [
      ['回民区', '红蜂驿站', 2, 1, '2024-03-05'],
      ['回民区', '双报到', 1, 2, '2024-03-05'],
      ['新城区', '智慧网格平台', 1, 1, '2023-11-12'],
      ['玉泉区', '邻里节', 1, 1, null],
      ['赛罕区', '双报到', 1, 1, '2024-05-20'],
      ['赛罕区', '红蜂驿站', 1, 1, '2024'],
    ],
  },
  {
    query: 'most-linked',
    params: { top: 2 },
    rows: [
      ['county', '赛罕区总工会', 'mass', 3, 1],
      ['county', '新城区委组织部', 'party', 2, 1],
      ['village', '三顺店社区党支部', 'party', 2, 1],
      ['未定', '内蒙古芸公益协会', 'social', 1, 1],
      ['未定', '骑手志愿服务队', 'team', 1, 1],
    ],
  },
  {
    query: 'namesakes',
    rows: [
      ['邻里节', '150104', 'activity', ['城关镇'], 1],
      ['邻里节', '150123', 'activity', ['和林格尔县城关镇'], 1],
    ],
  },
  {
    query: 'neighbours',
    rows: [
      ['LOCATED_IN', '入', 'Place', 2, ['三顺店社区', '海西路街道']],
      ['MENTIONS', '入', 'Article', 2, [C, A]],
      ['RUNS', '出', 'Programme', 2, ['双报到', '红蜂驿站']],
      ['HAS_FIGURE', '出', 'Figure', 1, ['红蜂驿站 31个']],
      ['LOCATED_IN', '出', 'Place', 1, ['呼和浩特市']],
    ],
  },
  {
    query: 'only-here',
    params: { place: '玉泉区' },
    rows: [['邻里节', 'activity', ['城关镇'], null, '玉泉区城关镇举办邻里节']],
  },
  { query: 'only-here', params: { place: '回民区' }, rows: [] },
  {
    query: 'partners',
    rows: [
      ['新城区委组织部', '内蒙古芸公益协会', '2023-11-12', 1, YUN],
      ['赛罕区总工会', '赛罕区委组织部', '2024-05-20', 1, JOINED],
    ],
  },
  {
    query: 'partners',
    params: { name: '芸公益' },
    rows: [['内蒙古芸公益协会', '新城区委组织部', '2023-11-12', 1, YUN]],
  },
  {
    query: 'path',
    rows: [
      [1, 1, '回民区', 'RUNS', '双报到', '回民区还开展双报到活动'],
      [1, 2, '双报到', 'RUNS', '赛罕区', '推广双报到'],
      [2, 1, '回民区', 'RUNS', '红蜂驿站', STATION],
      [2, 2, '红蜂驿站', 'RUNS', '赛罕区', '赛罕区设立红蜂驿站40余个'],
    ],
  },
  { query: 'path', params: { from: '王敏', to: '李一之' }, rows: [] },
  {
    query: 'people',
    rows: [
      ['李一之', ['书记'], '三顺店社区党支部', '2024-06-01', '三顺店社区党支部书记李一之'],
      ['王敏', ['居民'], '和林格尔县城关镇', '2024-09', '王敏是城关镇的居民'],
    ],
  },
  {
    query: 'place-profile',
    params: { place: '赛罕区' },
    rows: [
      ['赛罕区', 'HAS_FIGURE', '红蜂驿站 约40个', '2024-05-20', 1, '红蜂驿站40余个'],
      ['赛罕区', 'RUNS', '红蜂驿站', '2024', 1, '赛罕区设立红蜂驿站40余个'],
      ['赛罕区', 'RUNS', '双报到', '2024-05-20', 1, '推广双报到'],
      ['赛罕区委组织部', 'WORKS_WITH', '赛罕区总工会', '2024-05-20', 1, JOINED],
      ['赛罕区总工会', 'WORKS_WITH', '赛罕区委组织部', '2024-05-20', 1, JOINED],
    ],
  },
  {
    query: 'search',
    params: { text: '150103005001' },
    rows: [['三顺店社区', 'Place', 'village', [], 3, '150103005001']],
  },
  { query: 'search', params: { text: '首府' }, rows: [['呼和浩特市', 'Place', 'prefecture', ['首府'], 2, '1501']] },
  {
    query: 'shared-programmes',
    rows: [
      ['双报到', 'activity', 2, ['回民区', '赛罕区']],
      ['红蜂驿站', 'service', 2, ['回民区', '赛罕区']],
    ],
  },
  { query: 'shared-programmes', params: { least: 3 }, rows: [] },
  {
    query: 'side-by-side',
    params: { b: '新城区' },
    rows: [
      ['双报到', 'activity', true, false, '2024-03-05', null],
      ['红蜂驿站', 'service', true, false, '2024-03-05', null],
      ['智慧网格平台', 'platform', false, true, null, '2023-11-12'],
    ],
  },
  { query: 'silent-places', rows: [['和林格尔县', 'county', '150123', 1]] },
  {
    query: 'spread',
    rows: [
      ['红蜂驿站', 2, '2024', '2024-03-05', ['2024 赛罕区', '2024-03-05 回民区']],
      ['双报到', 2, '2024-03-05', '2024-05-20', ['2024-03-05 回民区', '2024-05-20 赛罕区']],
    ],
  },
  {
    query: 'statistics',
    rows: [
      ['节点', 'Place', 10],
      ['节点', 'Programme', 7],
      ['节点', 'Article', 6],
      ['节点', 'Organisation', 6],
      ['节点', 'Figure', 5],
      ['节点', 'Author', 2],
      ['节点', 'Person', 2],
      ['关系', 'MENTIONS', 30],
      ['关系', 'RUNS', 10],
      ['关系', 'LOCATED_IN', 8],
      ['关系', 'HAS_FIGURE', 5],
      ['关系', 'STATED_IN', 5],
      ['关系', 'WROTE', 4],
      ['关系', 'AFFILIATED_WITH', 2],
      ['关系', 'PART_OF', 2],
      ['关系', 'WORKS_WITH', 2],
      ['关系', 'RECEIVED', 1],
    ],
  },
  { query: 'unlocated', rows: [['内蒙古芸公益协会', 'social', 1, ['新城区：一个平台办多件事']]] },
  {
    query: 'weak-facts',
    params: { below: 0.6 },
    rows: [
      ['和林格尔县城关镇', 'RUNS', '邻里节', { $float: '0.45' }, 'fixture', '和林格尔县城关镇也办邻里节😀'],
      ['李一之', 'RUNS', '双报到', { $float: '0.5' }, 'fixture', '李一之带头参加双报到'],
    ],
  },
]
