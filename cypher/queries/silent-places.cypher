// name: silent-places
// zh: 哪些地方被提到，却没有事实？
// en: Which divisions are mentioned without any fact?
// column: place | 地方
// column: kind | 级别
// column: code | 代码
// column: articles | 文章数
// explain: 有行政区划代码，而自己和辖内单位都没有推行、合作、荣誉、数字的地方。
MATCH (p:Place)
WHERE p.code IS NOT NULL
  AND NOT EXISTS { MATCH (p)<-[:LOCATED_IN*0..4]-(who)-[:RUNS|WORKS_WITH|RECEIVED|HAS_FIGURE]-() }
RETURN p.name AS place, p.kind AS kind, p.code AS code, p.articles AS articles
ORDER BY articles DESC, code, p.id
