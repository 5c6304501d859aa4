// name: spread
// zh: 哪些项目在扩散，先后到了哪里？
// en: Which programmes spread, and in what order?
// param: least integer = 2 | 至少几个区县 | at least so many districts
// column: programme | 项目
// column: districts | 区县数
// column: first | 最早日期
// column: last | 最晚日期
// column: stations | 先后
// explain: 每个区县取它最早的日期，按日期连成一列；没有日期的区县不计。
MATCH (d:Place)<-[:LOCATED_IN*0..3]-(doer)-[r:RUNS]->(p:Programme)
WHERE d.kind IN ['county', 'zone'] AND r.date IS NOT NULL
WITH p, d, min(r.date) AS since
ORDER BY since, d.name, d.id
WITH p, collect(since) AS dates, collect(since + ' ' + d.name) AS stations
WHERE size(dates) >= $least
RETURN p.name AS programme, size(dates) AS districts, dates[0] AS first, dates[-1] AS last, stations
ORDER BY districts DESC, first, programme, p.id
