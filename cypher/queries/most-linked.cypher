// name: most-linked
// zh: 各级哪些机构联系最多？
// en: Which bodies are linked the most, level by level?
// param: top integer = 5 | 每级几个 | so many a level
// column: level | 级别
// column: body | 机构
// column: kind | 类别
// column: degree | 关系数
// column: articles | 文章数
// explain: 级别是机构所在地的级别；没有所在地的归入“未定”。
MATCH (o:Organisation)
OPTIONAL MATCH (o)-[:LOCATED_IN]->(place:Place)
WITH o, min(place.kind) AS level
ORDER BY o.degree DESC, o.articles DESC, o.name, o.id
WITH coalesce(level, '未定') AS level, collect(o)[..$top] AS bodies
UNWIND bodies AS o
RETURN level, o.name AS body, o.kind AS kind, o.degree AS degree, o.articles AS articles
ORDER BY level, degree DESC, articles DESC, body, o.id
