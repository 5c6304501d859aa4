import type { HeadRule } from './rule.ts'

/** Named groups of people who serve, patrol, preach or perform. */
export const TEAM_RULES: readonly HeadRule[] = [
  {
    name: 'body-team',
    type: 'Organisation',
    kind: 'team',
    growth: 'name',
    heads:
      '志愿服务队 志愿者服务队 志愿队 志愿服务分队 志愿服务小分队 志愿服务支队 先锋队 党员先锋队 突击队 党员突击队 青年突击队 党员服务队 服务小分队 宣讲团 宣讲队 宣讲小分队 宣讲分队 驻村工作队 巡防队 巡查队 督查队 维稳队 护村队 护校队 义警队 义警 轻骑兵 调解队 调解团 调解团队 调解小组 救援队 应急救援队 综合应急救援队 应急队 应急小分队 抢险队 文艺队 文艺宣传队 文艺小分队 艺术团 合唱团 秧歌队 舞蹈队 腰鼓队 乌兰牧骑 帮帮团 帮帮队 智囊团 顾问团 律师团 专家团 讲师团 先遣队 爱心车队 骑行队 督导队 劝导队 帮扶团 帮办队 代办队 护河队 护林队 夜巡队 自治队 综合治理大队 评议团 议事团 观察团 志愿者联盟 突击小队 先锋岗队 服务先锋队 娘子军 妈妈团 巾帼队 银龄队',
    weight: 18,
    bare: 'nothing',
    fires: [['成立了红石榴志愿服务队。', '红石榴志愿服务队']],
    spares: ['组建5支志愿服务队伍。', '加强干部队伍建设。', '发挥志愿服务队作用。'],
  },
  {
    name: 'body-team-plain',
    type: 'Organisation',
    kind: 'team',
    growth: 'name',
    heads:
      '工作专班 小分队 分队 服务队 工作队 小队 车队 乐队 服务团 督导组 帮扶小组 应急队伍 志愿队伍 志愿者队伍 志愿服务队伍 宣传队 救援队伍 应急救援队伍 消防队伍 巡逻队 监督队 志愿者团队 志愿团队 志愿服务团队 帮扶队 义警队伍',
    weight: 14,
    bare: 'nothing',
    fires: [['组建“青城义警”队伍。', '“青城义警”队伍']],
    spares: ['加强干部队伍建设。', '组建5支志愿服务队伍。'],
  },
  {
    name: 'body-team-loose',
    type: 'Organisation',
    kind: 'team',
    growth: 'name',
    heads: '小组 队伍 团队 服务团队 专班 工作组 工作小组',
    weight: 2,
    bare: 'nothing',
    fires: [['组建“青城义警”队伍。', '“青城义警”队伍']],
    spares: ['纯洁队伍，凝聚人心。', '加强公安队伍建设。'],
  },
]
