// name: components
// zh: 这个项目由哪些部分组成？
// en: What is this programme made of?
// param: programme string = '' | 项目名（可只写一部分，空为全部） | programme, part of its name, empty for all
// column: programme | 项目
// column: part | 组成部分
// column: kind | 类别
// column: doers | 推行者数
// column: quote | 原文
// explain: 组成部分按名称排列，并数出推行该部分的单位。
MATCH (part:Programme)-[r:PART_OF]->(whole:Programme)
WHERE whole.name CONTAINS $programme
RETURN whole.name AS programme, part.name AS part, part.kind AS kind,
       COUNT { (part)<-[:RUNS]-() } AS doers, r.quotes[0] AS quote
ORDER BY programme, part, r.id
