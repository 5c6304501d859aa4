// name: matrix
// zh: 区县与项目对照表
// en: District by programme: the rows of a matrix
// column: district | 区县
// column: programme | 项目
// column: facts | 事实数
// column: sources | 来源数
// column: since | 最早日期
// explain: 每格一行：这个区县（含辖内单位）推行这个项目的事实数、来源数和最早日期。
MATCH (d:Place)<-[:LOCATED_IN*0..3]-(doer)-[r:RUNS]->(p:Programme)
WHERE d.kind IN ['county', 'zone']
WITH DISTINCT d, r, p
UNWIND r.articles AS article
WITH d, p, count(DISTINCT r) AS facts, count(DISTINCT article) AS sources, min(r.date) AS since
RETURN d.name AS district, p.name AS programme, facts, sources, since
ORDER BY district, facts DESC, programme, d.id, p.id
