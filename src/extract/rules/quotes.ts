import type { EntityKind } from '../../schema/types.ts'
import type { Example } from './rule.ts'

/** What a word beside a quotation says about what is quoted. */
export interface QuoteRule {
  readonly name: string
  /** Where the word stands: right before the opening mark, right behind the closing one. */
  readonly side: 'before' | 'behind'
  /** Words, parted by spaces. */
  readonly words: string
  readonly kind: EntityKind | null
  readonly weight: number
  readonly fires: readonly Example[]
  readonly spares: readonly string[]
}

/** What the last hanzi of a quoted name says about its kind, where no head noun does. */
export const QUOTE_ENDINGS: readonly (readonly [endings: string, kind: EntityKind])[] = [
  ['站 室 厅 屋 亭 家 吧 坊 角 馆 园 院 铺 廊 店 岗 桌 摊 堂 校 苑 港 窗 墙 箱 所 舍 营', 'service'],
  ['节 日 周 月 赛 秀 宴 课 行 展 集 游', 'activity'],
  ['通 云 码 网 端 脑 号 群 App', 'platform'],
  ['法 圈 式 链 联 盟', 'model'],
  ['会 制 清 单 员 长 管 办 查 评 议 调 约 岗 哨 报 访 考', 'mechanism'],
  ['奖 之星 好人 标兵 能手 家庭 文明户 示范户 先锋户 光荣户 五星户', 'honour'],
]

/** Cues of quoted names that have no head noun of their own. The order carries no meaning. */
export const QUOTE_RULES: readonly QuoteRule[] = [
  {
    name: 'quote-adopted',
    side: 'before',
    words:
      '推行 全面推行 大力推行 实行 施行 试行 采取 采用 运用 推广 落实 严格落实 建立 建立健全 健全 完善 构建 形成 探索 积极探索 创新 创新推出 创新推行 探索推行 推出 总结出 提炼出 严格执行 执行 探索建立 创新实施 深化 用好 引入 首创 依托',
    kind: 'mechanism',
    weight: 9,
    fires: [['街道推行“一表通”，减轻了负担。', '一表通']],
    spares: ['推行“最后一公里”。'],
  },
  {
    name: 'quote-built',
    side: 'before',
    words:
      '打造 擦亮 培育 创建 树立 创立 叫响 唱响 打响 做优 做强 着力打造 精心打造 全力打造 创新打造 打造了 打造出 争创 培育出',
    kind: 'brand',
    weight: 7,
    fires: [['社区打造“红邻益家”，服务居民。', '红邻益家']],
    spares: ['打造“加速度”。'],
  },
  {
    name: 'quote-opened',
    side: 'before',
    words:
      '设立 开设 设置 建成 建设 搭建 布设 开办 增设 设有 建有 开辟 设立了 建成了 开通 上线 开发 研发 启用 投用 挂牌 揭牌',
    kind: 'service',
    weight: 8,
    fires: [['在一楼开设“桑榆时光”，老人有了去处。', '桑榆时光']],
    spares: ['建设“连心桥”。'],
  },
  {
    name: 'quote-held',
    side: 'before',
    words:
      '开展 开展了 举办 举办了 组织开展 启动 参加 举行 持续开展 常态化开展 广泛开展 深入开展 扎实开展 定期开展 联合开展 积极开展 集中开展 启动了 发起',
    kind: 'activity',
    weight: 9,
    fires: [['社区开展“为爱发声”，关心老人。', '为爱发声']],
    spares: ['开展“回头看”。'],
  },
  {
    name: 'quote-carried',
    side: 'before',
    words: '实施 推进 深入实施 大力实施 持续推进 部署 推动 全力推进 启动实施 深入推进 扎实推进 全面实施',
    kind: 'project',
    weight: 8,
    fires: [['全县实施“头雁领航”，培养干部。', '头雁领航']],
    spares: ['推动“要我干”变为“我要干”。'],
  },
  {
    name: 'quote-awarded',
    side: 'before',
    words:
      '荣获 获得 获评 被评为 评为 授予 被授予 评选 评选出 评定 评定为 荣膺 入选 命名为 表彰 颁发 当选 荣立 先后获得 先后荣获 曾获 认定为 列为 被誉为 誉为 被冠以 争当 争做 评出 选树 成功创建 成功获评 成功入选 创成 摘得 捧回 斩获 夺得 拿下 获颁 获授 获批 入围 上榜 荣登',
    kind: 'honour',
    weight: 14,
    fires: [['他被评为“最美志愿者”，大家很高兴。', '最美志愿者']],
    spares: ['当好“店小二”。'],
  },
  {
    name: 'quote-first',
    side: 'before',
    words:
      '首个 首家 首支 首条 首座 首批 全市首个 全市首家 全省首个 全省首家 全国首个 全国首家 全县首个 全县首家 全区首个 全区首家',
    kind: 'service',
    weight: 8,
    fires: [['园区里有了全市首家“睦邻工坊”，职工很高兴。', '睦邻工坊']],
    spares: [],
  },
  {
    name: 'quote-metaphor',
    side: 'before',
    words:
      '发挥 充分发挥 当好 做好 成为 变成 变为 转变为 转化为 转向 破解 打通 解决 绘就 跑出 按下 拧成 奏响 化身 变身 扮演 充当 实现 织密 织牢 筑牢 筑起 架起 激活 消除 避免 防止 告别 从 由 像 如 是 有 有了 变 把 将 叫 叫做 称 称为 称作 担任 聘为 聘任 兼任 出任 当起 做起 成了 当上 做 当 当作 视为 看作 好比 犹如 堪称 可谓 喊 唱 迈向 走向 步入 陷入 面临 存在 遭遇 面对 摆脱 甩掉 撕掉 打破 突破 跳出 走出 冲破 攻克 啃下 啃掉 破除 铲除 根治 整治 抢占 抓住 牵住 扭住 念活 跑赢 赢得 收获 感受 体会 体验到 感受到 传递 播撒 播下 种下 点燃 点亮 释放 迸发 焕发 凸显 彰显 展现 体现 扛起 扛牢 压实 拧紧 上紧 绷紧 握紧 攥紧 守好 守住 看好 护好 管住 守护 端稳 端牢 吃上 喝上 住上 走上 过上 用上 搭上 坐上 驶入 跑进 飞入 走进 注入 增添 增加 提供了 带来了 喊出 写下 说 走好 画好 交出 答好 下好 打好 唱好 念好 开出 让 对 的 与 和 到 在 向 为 给 被 靠 凭 按照 围绕 聚焦 紧扣 遵循 秉持 秉承 坚守 践行 弘扬 树牢',
    kind: null,
    weight: -12,
    fires: [],
    spares: ['网格员化身“多面手”，忙前忙后。', '有了“主心骨”，大家很踏实。'],
  },
  {
    name: 'quote-campaign',
    side: 'behind',
    words:
      '工作 建设 创建 创建工作 攻坚 整治 试点 试点工作 学习 评选 评比 竞赛 演练 宣传 教育 宣讲 巡演 主题教育 系列 大会 仪式',
    kind: 'campaign',
    weight: 9,
    fires: [['扎实推进“五美庭院”评比，村容一新。', '五美庭院']],
    spares: [],
  },
  {
    name: 'quote-service',
    side: 'behind',
    words: '服务 便民服务 志愿服务 特色服务 惠民服务 暖心服务 帮办服务 上门服务 代办服务 一站式服务',
    kind: 'service',
    weight: 7,
    fires: [['窗口推行“就近跑一次”服务，省去奔波。', '就近跑一次']],
    spares: [],
  },
  {
    name: 'quote-title',
    side: 'behind',
    words: '称号 荣誉称号 荣誉 奖项 奖牌 证书 奖章 锦旗',
    kind: 'honour',
    weight: 14,
    fires: [['他捧回了“最美家庭”奖牌，乐开了花。', '最美家庭']],
    spares: [],
  },
  {
    name: 'quote-idea',
    side: 'behind',
    words:
      '作用 优势 难题 问题 力量 角色 身份 之路 要求 原则 精神 目标 效应 现象 局面 困境 困局 瓶颈 痛点 堵点 需求 诉求 关系 感受 心态 想法 念头 口号 标语 字样 二字 四个字 变 到 转变 转向 之 们 一样 似的 般 群体 组织 人员 干部 党员 队员 居民 村民 企业 商户 单位',
    kind: null,
    weight: -10,
    fires: [],
    spares: ['发挥“头雁”作用。'],
  },
]
