/** All judgement in one place. Weights are integers; a candidate is worth choosing when its sum is above zero. */
export const W = {
  /** The register holds the name. */
  registered: 18,
  /** … but more of a name stands before it: 锦园|新世纪社区. */
  registeredInside: 10,
  /** … and the name is a county's or higher and stands in the list of words itself. */
  division: 40,
  bareDivision: 22,
  /** A short form right before a place that it may hold: 义乌|义亭镇. */
  framingDivision: 14,
  quotedEstate: -70,
  upperRegistered: 44,
  /** Only words that all such places share: 智慧|社区. */
  genericDivision: -60,
  /** 社区, 该县: points to something named elsewhere. */
  anaphor: 1,
  anaphorMarked: 14,
  /** A body of a named place: 东街街道|党工委. */
  bodyOfPlace: 26,
  bodyOfLevel: -2,
  /** 交警支队|银巴大队: a unit of a body that is named before it. */
  bodyOfBody: 8,
  led: 8,
  /** 战斗|遗址: where a name ends that would be but its head noun. */
  noName: -6,
  /** 国众联|资产评估有限公司: a brand opens the name. */
  brandFirst: 12,
  bodyBare: -16,
  nameBase: -18,
  siteBase: -16,
  bodyBase: -12,
  quoted: 26,
  /** The noun goes on to the right: 平台|建设, 队伍|建设. */
  continued: -14,
  /** Counted, so a kind and not a name: 12个|口袋公园, 5支志愿服务队. */
  nameContinued: -26,
  /** 最后一公里, 主心骨. */
  slogan: -60,
  /** 在丽都广场|举行. */
  venue: 14,
  counted: -30,
  /** 18个|领导小组. */
  countedBody: -44,
  /** A verb-like noun opens the name: [关爱]老人|行动, but 提升|服务平台. */
  dualFirst: 12,
  /** The name fills its quotation marks. */
  wholeQuote: 22,
  /** Words of kind only, in a body's name: 国有企业|党支部. */
  bodyGeneric: -40,
  /** 兼职网格员|队伍. */
  ownWord: -16,
  known: 20,
  /** [爱心超市]: a compound that names by itself. */
  wholeHead: -8,
  /** 荣获, 授予, …称号 in the same clause. */
  honourNamed: 18,
  /** The whole object of 荣获, 被评为. */
  awarded: 56,
  document: 70,
  quoteBase: -5,
  /** 以“…”为理念. */
  quoteTheme: -20,
  /** “A”“B”等活动. */
  quoteSummed: 16,
  /** “A”“B”等特色服务. */
  quoteSummedLoosely: 12,
  /** “线上线下”等方式. */
  quoteNoNames: -20,
  /** 是社区的“大管家”. */
  quoteLikened: -14,
  quoteAmongFigures: -10,
  quoteFormula: 12,
  /** “锦心服务V站”, “帮办团”. */
  quoteEnding: 6,
  /** The article quotes it more than once. */
  quoteRepeated: 7,
  /** A verb that takes an object stands before it, whichever. */
  quoteGoverned: 1,
  quoteQualifies: 14,
  quoteBeforeNoun: -9,
  /** 建|体系: a single hanzi tells nothing. */
  loneHanzi: -14,
  loneKind: -12,
  /** 社会|实践|服务|平台. */
  genericOnly: -8,
  /** 早教|活动. */
  oneCommonWord: -8,
  /** “线下”|宣传活动. */
  quotesKind: -60,
  clause: -60,
  /** “A”“B”等|特色服务品牌. */
  sumsUp: -24,
  /** “骑手友好街区”|试点. */
  goesOnBehind: -50,
  /** 变身“城市合伙人”. */
  likened: -40,
  /** 第五届|青年志愿服务项目大赛. */
  edition: 16,
  /** “全民创建，家家参与”. */
  pieceOfQuote: -20,
  /** “[双报到]双服务”. */
  headOfQuote: -60,
  /** “清凉一夏”驿站|送清凉活动. */
  continuedQuote: -60,
  /** 楼宇党建|新模式, 户外团建类|活动. */
  newKind: -14,
  /** 派出所科学调整勤务|模式. */
  bodyFirst: -20,
  /** “老师”, “一扫而空”: a word of the language. */
  quotesWord: -10,
  /** 领域“红旗党支部”…: what stands before a quotation is seldom part of the name. */
  beforeQuote: 20,
  /** [创新]|工作机制: a verb in front. */
  governsFirst: 22,
  /** 三必访三服务, 以奖代补. */
  quoteNumber: 8,
  quoteNumberAlone: 6,
  /** “三个维度”. */
  quoteCounts: -14,
  quoteListed: 3,
  /** “大管家”, “联络员”. */
  quotePerson: -14,
  /** “舌尖上的港湾”. */
  quotePhrase: -6,
  /** “融合度”, “连心桥”. */
  quoteAbstract: -10,
  /** “小事不出村、矛盾不上交”. */
  quoteClauses: -5,
  /** “线上线下”的方式: qualifies a noun that is none of method. */
  quoteOfNoun: -12,
  /** “读报角”的启动. */
  quoteOfStart: 8,
  /** 以“…”为主题: what an event is called. */
  quoteSubject: 20,
  /** The whole object of 建立, 推行, 实施. */
  adopted: 5,
  corps: 24,
  /** [吐鲁洪·克然木]: the point between two parts of a name. */
  dotted: 14,
  /** [景园]、[西苑]等24个小区. */
  listed: 16,
  conjunct: -12,
  /** 实行|红色物业、红色合伙人等模式. */
  conjunctAdopted: 6,
  /** …等活动. */
  conjunctVague: -12,
  /** 项目有三项，分别为… */
  announced: 10,
  /** …等八项机制. */
  conjunctCounted: 8,
  repeat: 10,
  /** 网格员[郭雪海] … 与[郭雪海]: a person found once is hardly a lake elsewhere. */
  repeatPerson: 24,
  /** A language model reads it as a name: enough alone, and enough to tip two readings of the rules. */
  suggested: 20,
  /** A unit of the log-odds that a candidate is a name. */
  oddsOfName: 10,
  repeatCore: 8,
  repeatShortCore: 4,
  forAll: -34,
  bodyFormula: -40,
  /** 书记|张三, 居民|张三, 张三|说, 张三|满意地说, 张三|书记, 张三、|李四. */
  postBefore: 16,
  memberBefore: 12,
  says: 14,
  saysSo: 10,
  /** 李三是一名…, 25岁的李三, 李三等3名党员. */
  isOne: 12,
  countedMembers: 14,
  /** 。李三在小区住了十年. */
  opensClause: 6,
  postAfter: 8,
  acts: 3,
  nameListed: 14,
  givenWord: -12,
  nameWord: -26,
} as const
