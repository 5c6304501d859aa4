// name: unlocated
// zh: 哪些机构不知道在哪里？
// en: Which bodies have no place?
// column: body | 机构
// column: kind | 类别
// column: articles | 文章数
// column: titles | 文章
// explain: 自己没有所在地，上级机构也没有所在地的机构。
MATCH (o:Organisation)
WHERE NOT (o)-[:LOCATED_IN]->(:Place) AND NOT (o)-[:PART_OF*1..3]->(:Organisation)-[:LOCATED_IN]->(:Place)
OPTIONAL MATCH (a:Article)-[:MENTIONS]->(o)
WITH o, a
ORDER BY a.date, a.name, a.id
WITH o, collect(a.name) AS titles
RETURN o.name AS body, o.kind AS kind, o.articles AS articles, titles
ORDER BY articles DESC, body, o.id
