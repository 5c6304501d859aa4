// name: namesakes
// zh: 哪些项目同名而不是一回事？
// en: Which programmes share a name and are not the same?
// param: programme string = '' | 项目名（可只写一部分，空为全部） | programme, part of its name, empty for all
// column: programme | 项目
// column: anchor | 归属
// column: kind | 类别
// column: doers | 推行者
// column: articles | 文章数
// explain: 名称相同、归属（所在地代码或上级）不同的项目，一个一行，附各自的推行者。
MATCH (p:Programme)
WHERE p.name CONTAINS $programme
WITH p.name AS programme, collect(p) AS sames
WHERE size(sames) > 1
UNWIND sames AS p
OPTIONAL MATCH (doer)-[:RUNS]->(p)
WITH programme, p, doer
ORDER BY doer.name, doer.id
WITH programme, p, collect(doer.name) AS doers
RETURN programme, p.anchor AS anchor, p.kind AS kind, doers, p.articles AS articles
ORDER BY programme, anchor, p.id
