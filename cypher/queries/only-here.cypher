// name: only-here
// zh: 哪些项目只有这里在推行？
// en: What is run here and nowhere else?
// param: place string = '回民区' | 地方 | place
// column: programme | 项目
// column: kind | 类别
// column: doers | 推行者
// column: since | 最早日期
// column: quote | 原文
// explain: 列出这个地方（含辖内单位）推行、而图中没有任何外部单位推行的项目。
// explain: 原文取最早的一句；没有日期的排在后面。
MATCH (d:Place)<-[:LOCATED_IN*0..3]-(doer)-[r:RUNS]->(p:Programme)
WHERE d.name = $place
  AND NOT EXISTS { MATCH (p)<-[:RUNS]-(other) WHERE NOT (other)-[:LOCATED_IN*0..3]->(d) }
WITH DISTINCT p, doer, r
ORDER BY r.date, r.id
WITH p, collect(DISTINCT doer.name) AS doers, min(r.date) AS since, collect(r.quotes[0])[0] AS quote
RETURN p.name AS programme, p.kind AS kind, doers, since, quote
ORDER BY since, programme, p.id
