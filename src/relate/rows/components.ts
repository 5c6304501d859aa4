import type { Row } from './row.ts'

/** PART_OF: a unit of a body, a component of a programme. */
export const COMPONENT_ROWS: readonly Row[] = [
  {
    name: 'programme-namely',
    relation: 'PART_OF',
    pattern: 'to:Programme … consist ~ namely … from:Programme+',
    confidence: 0.8,
    fires: [
      '“[暖邻计划|Programme/project]”由两部分组成，即“[银龄食堂|Programme/service]”、“[四点半课堂|Programme/service]”。 => 银龄食堂 > 暖邻计划; 四点半课堂 > 暖邻计划',
    ],
    not: ['“[暖邻计划|Programme/project]”走红后，“[银龄食堂|Programme/service]”开张。'],
  },
  {
    name: 'programme-is-part-of',
    relation: 'PART_OF',
    pattern: 'from:Programme …… to:Programme partof',
    confidence: 0.85,
    fires: ['“[银龄食堂|Programme/service]”是“[暖邻计划|Programme/project]”的一部分。 => 银龄食堂 > 暖邻计划'],
    not: ['“[银龄食堂|Programme/service]”比“[暖邻计划|Programme/project]”更早。'],
  },
  {
    name: 'topic-takes-in',
    relation: 'PART_OF',
    pattern: 'launch|implement|build … from:Programme+',
    doer: 'topic',
    notBefore: 'partof',
    confidence: 0.75,
    fires: [
      '“[一门办|Programme/mechanism]”改革推行“[前台受理、后台流转|Programme/model]”模式。 => 前台受理、后台流转 > 一门办',
    ],
    not: ['[柳湾街道|Place/township]推行“[前台受理、后台流转|Programme/model]”模式。'],
  },
  {
    name: 'members-of-body',
    relation: 'PART_OF',
    pattern: 'to:Organisation member from:Organisation+',
    confidence: 0.85,
    fires: ['[共建联盟|Organisation/other]成员[市图书馆|Organisation/government]送来图书。 => 市图书馆 > 共建联盟'],
    not: ['[共建联盟|Organisation/other]与[市图书馆|Organisation/government]合办书展。'],
  },
  {
    name: 'body-consists-of',
    relation: 'PART_OF',
    pattern: 'to:Organisation … consist|namely|belongs from:Organisation+',
    confidence: 0.78,
    fires: [
      '[区应急大队|Organisation/team]下设[水上分队|Organisation/team]、[山地分队|Organisation/team]。 => 水上分队 > 区应急大队; 山地分队 > 区应急大队',
    ],
    not: ['[区应急大队|Organisation/team]集结，[水上分队|Organisation/team]出发。'],
  },
]
