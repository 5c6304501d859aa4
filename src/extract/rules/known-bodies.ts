import type { HeadRule } from './rule.ts'

/** Bodies that everybody knows by their names alone. */
export const KNOWN_BODY_RULES: readonly HeadRule[] = [
  {
    name: 'body-national',
    type: 'Organisation',
    kind: 'government',
    growth: 'body',
    heads:
      '国务院 国家民委 国家统计局 国家税务总局 市场监管总局 国家医保局 国家林草局 中央广播电视总台 全国老龄办 国家发展改革委 民政部 财政部 住建部 住房和城乡建设部 国家卫健委 国家发改委 最高人民法院 最高人民检察院 生态环境部 自然资源部 科技部 工信部 工业和信息化部 人社部 国家体育总局 文化和旅游部 教育部 公安部 司法部 商务部 农业农村部 应急管理部 退役军人事务部 国家邮政局 国家税务局 国家能源局 国家药监局 国家林业和草原局 国家文物局 国家数据局 交通运输部 水利部',
    weight: 20,
    bare: 'name',
    fires: [['农业农村部公布了名单。', '农业农村部']],
    spares: ['各部委要抓好落实。'],
  },
  {
    name: 'body-national-party',
    type: 'Organisation',
    kind: 'party',
    growth: 'body',
    heads: '中央组织部 中组部 中央社会工作部 中央宣传部 中宣部 中央政法委 中央文明办 中央网信办',
    weight: 20,
    bare: 'name',
    fires: [['中央社会工作部印发了通知。', '中央社会工作部']],
    spares: ['党组织部署工作。'],
  },
  {
    name: 'body-national-mass',
    type: 'Organisation',
    kind: 'mass',
    growth: 'body',
    heads: '全国总工会 全国妇联 共青团中央 团中央 中国残联 中国文联 中国科协 中国红十字会',
    weight: 20,
    bare: 'name',
    fires: [['全国妇联公布了名单。', '全国妇联']],
    spares: ['妇联组织要发挥作用。'],
  },
  {
    name: 'body-brand',
    type: 'Organisation',
    kind: 'company',
    growth: 'body',
    heads:
      '美团 美团外卖 饿了么 淘宝闪购 淘宝闪送 京东 京东物流 京东快递 京东外卖 顺丰 顺丰速运 顺丰快递 顺丰同城 申通快递 圆通快递 圆通速递 中通快递 韵达快递 极兔速递 极兔快递 德邦快递 邮政快递 菜鸟驿站 达达快送 滴滴出行 曹操出行 盒马鲜生 叮咚买菜 货拉拉 闪送 国家电网 中国石油 中国石化 中国铁塔 中国邮政 中国移动 中国电信 中国联通',
    weight: 8,
    bare: 'name',
    fires: [['走进美团外卖、申通快递等站点。', '申通快递']],
    spares: ['外卖平台上线了新功能。'],
  },
]
