// name: statistics
// zh: 图里有多少东西？
// en: How much is in the graph?
// column: what | 种类
// column: type | 类型
// column: count | 数量
// explain: 按类型数出节点和关系。
MATCH (n)
WHERE NOT n:Snapshot
WITH labels(n)[0] AS type, count(*) AS count
ORDER BY type
WITH collect({what: '节点', type: type, count: count}) AS nodes
OPTIONAL MATCH ()-[r]->()
WITH nodes, type(r) AS type, count(r) AS count
ORDER BY type
WITH nodes, collect({what: '关系', type: type, count: count}) AS relations
UNWIND nodes + relations AS row
WITH row
WHERE row.count > 0
RETURN row.what AS what, row.type AS type, row.count AS count
ORDER BY what DESC, count DESC, type
