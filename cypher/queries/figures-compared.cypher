// name: figures-compared
// zh: 同一指标，各地是多少？
// en: One measure over the districts: who has how much?
// param: measure string = '网格' | 指标（可只写一部分） | measure, or part of it
// column: measure | 指标
// column: unit | 单位
// column: subject | 主体
// column: district | 区县
// column: value | 数值
// column: approx | 约数
// column: date | 日期
// column: article | 文章
// explain: 同一指标、同一单位的排在一起，从大到小；约数另列一栏标出。
MATCH (subject)-[:HAS_FIGURE]->(f:Figure)-[:STATED_IN]->(a:Article)
WHERE f.measure CONTAINS $measure
OPTIONAL MATCH (subject)-[:LOCATED_IN*0..3]->(d:Place)
WHERE d.kind IN ['county', 'zone']
WITH subject, f, min(d.name) AS district, min(a.name) AS article
RETURN f.measure AS measure, f.unit AS unit, subject.name AS subject, district, f.value AS value, f.approx AS approx,
       f.date AS date, article
ORDER BY measure, unit, value DESC, subject, f.id
