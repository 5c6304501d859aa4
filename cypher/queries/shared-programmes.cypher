// name: shared-programmes
// zh: 哪些项目有多个区县在推行？
// en: Which programmes do several districts run?
// param: least integer = 2 | 至少几个区县 | at least so many districts
// column: programme | 项目
// column: kind | 类别
// column: count | 区县数
// column: districts | 区县
// explain: 区县自己推行，或者它辖内的街道、社区、机构推行，都算这个区县在推行。
// explain: 按区县数从多到少排列。
MATCH (d:Place)<-[:LOCATED_IN*0..3]-(doer)-[:RUNS]->(p:Programme)
WHERE d.kind IN ['county', 'zone']
WITH DISTINCT p, d
ORDER BY d.name, d.id
WITH p, collect(d.name) AS districts
WHERE size(districts) >= $least
RETURN p.name AS programme, p.kind AS kind, size(districts) AS count, districts
ORDER BY count DESC, programme, p.id
