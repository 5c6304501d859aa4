// name: path
// zh: 这两者之间有什么联系？
// en: How are these two connected, and where does it say so?
// param: from string = '回民区' | 起点 | from
// param: to string = '赛罕区' | 终点 | to
// param: most integer = 3 | 最多几条 | at most so many paths
// column: path | 路径
// column: step | 步
// column: from | 从
// column: relation | 关系
// column: to | 到
// column: quote | 原文
// explain: 列出两者之间最短的联系，一步一行，每步附原文。
// explain: 只走实体之间的关系，不经过文章；最多八步。
MATCH (a), (b)
WHERE a.name = $from AND b.name = $to AND a <> b
MATCH path = allShortestPaths((a)-[:LOCATED_IN|PART_OF|RUNS|WORKS_WITH|AFFILIATED_WITH|RECEIVED*..8]-(b))
WITH path
ORDER BY [n IN nodes(path) | n.name], [r IN relationships(path) | r.id]
LIMIT $most
WITH collect(path) AS paths
UNWIND range(0, size(paths) - 1) AS i
UNWIND range(0, length(paths[i]) - 1) AS j
WITH i, j, nodes(paths[i]) AS steps, relationships(paths[i])[j] AS r
RETURN i + 1 AS path, j + 1 AS step, steps[j].name AS from, type(r) AS relation, steps[j + 1].name AS to,
       r.quotes[0] AS quote
ORDER BY path, step
