// name: place-profile
// zh: 这个地方做了什么，有哪些数字？
// en: What does this place do, with what figures?
// param: place string = '大学东路街道' | 地方 | place
// column: who | 单位
// column: fact | 关系
// column: what | 对象
// column: date | 日期
// column: sources | 来源数
// column: quote | 原文
// explain: 这个地方和辖内单位的全部事实：推行的项目、合作、荣誉、数字。
MATCH (place:Place)<-[:LOCATED_IN*0..2]-(who)-[r:RUNS|WORKS_WITH|RECEIVED|HAS_FIGURE]-(what)
WHERE (place.name = $place OR $place IN place.aliases) AND (startNode(r) = who OR type(r) = 'WORKS_WITH')
WITH DISTINCT who, r, what
RETURN who.name AS who, type(r) AS fact, what.name AS what, r.date AS date, r.sources AS sources, r.quotes[0] AS quote
ORDER BY who, fact, date, what, r.id
