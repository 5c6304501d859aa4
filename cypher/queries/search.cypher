// name: search
// zh: 按名称、别名或代码查找
// en: Find by name, alias or code
// param: text string = '驿站' | 文字 | text
// param: most integer = 20 | 最多几个 | at most so many
// column: name | 名称
// column: type | 类型
// column: kind | 类别
// column: aliases | 别名
// column: degree | 关系数
// column: id | 标识
// explain: 名称完全相同的排在最前，其次是开头相同的，再按关系数排列。
MATCH (n)
WHERE toLower(n.search) CONTAINS toLower($text) AND NOT n:Article AND NOT n:Figure
RETURN n.name AS name, labels(n)[0] AS type, n.kind AS kind, n.aliases AS aliases, n.degree AS degree, n.id AS id
ORDER BY CASE WHEN n.name = $text THEN 0 WHEN n.name STARTS WITH $text THEN 1 ELSE 2 END, degree DESC, name, id
LIMIT $most
