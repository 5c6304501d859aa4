// name: co-mention
// zh: 它常和谁一起出现？
// en: What is mentioned together with it?
// param: name string = '红蜂驿站' | 名称 | name
// column: other | 名称
// column: type | 类型
// column: articles | 共同文章数
// column: titles | 文章
// explain: 同一篇文章都提到的算一次，不问两者有没有关系。
MATCH (x)<-[:MENTIONS]-(a:Article)-[:MENTIONS]->(y)
WHERE x.name = $name
WITH DISTINCT y, a
ORDER BY a.date, a.name, a.id
WITH y, collect(a.name) AS titles
RETURN y.name AS other, labels(y)[0] AS type, size(titles) AS articles, titles
ORDER BY articles DESC, type, other, y.id
