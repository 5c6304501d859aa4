// name: neighbours
// zh: 它周围有什么，各有多少？
// en: What stands around it, counted by type?
// param: name string = '回民区' | 名称 | name
// column: relation | 关系
// column: direction | 方向
// column: type | 类型
// column: count | 数量
// column: examples | 例子
// explain: 展开之前先看数量；例子最多五个。
MATCH (x)-[r]-(y)
WHERE x.name = $name OR $name IN x.aliases
WITH DISTINCT type(r) AS relation, CASE WHEN startNode(r) = x THEN '出' ELSE '入' END AS direction, labels(y)[0] AS type, y
ORDER BY y.name, y.id
WITH relation, direction, type, collect(y.name) AS names
RETURN relation, direction, type, size(names) AS count, names[..5] AS examples
ORDER BY count DESC, relation, direction, type
