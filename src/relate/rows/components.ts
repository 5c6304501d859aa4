import type { Row } from './row.ts'

/** PART_OF: a unit of a body, a component of a programme. */
export const COMPONENT_ROWS: readonly Row[] = [
  {
    name: 'programme-consists-of',
    relation: 'PART_OF',
    pattern: 'to:Programme … consist ~ from:Programme+',
    confidence: 0.8,
    fires: [
      '“[暖邻计划|Programme/project]”包括“[银龄食堂|Programme/service]”和“[四点半课堂|Programme/service]”。 => 银龄食堂 > 暖邻计划; 四点半课堂 > 暖邻计划',
    ],
    not: ['“[暖邻计划|Programme/project]”走红后，“[银龄食堂|Programme/service]”开张。'],
  },
  {
    name: 'topic-takes-in',
    relation: 'PART_OF',
    pattern: 'launch|implement|build … from:Programme+',
    doer: 'topic',
    confidence: 0.75,
    fires: [
      '“[一门办|Programme/mechanism]”改革推行“[前台受理、后台流转|Programme/model]”模式。 => 前台受理、后台流转 > 一门办',
    ],
    not: ['[柳湾街道|Place/township]推行“[前台受理、后台流转|Programme/model]”模式。'],
  },
]
