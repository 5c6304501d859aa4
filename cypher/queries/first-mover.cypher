// name: first-mover
// zh: 这个项目最早是谁推行的？
// en: Who started this programme first?
// param: programme string = '红蜂驿站' | 项目名（可只写一部分） | programme, or part of its name
// column: programme | 项目
// column: doer | 推行者
// column: type | 类型
// column: date | 日期
// column: sources | 来源数
// column: quote | 原文
// explain: 按日期从早到晚列出推行者，原文是该日期的那一句。
// explain: 日期取句中所说的日期，句中没有时取文章的日期；都没有的排在最后。
MATCH (doer)-[r:RUNS]->(p:Programme)
WHERE p.name CONTAINS $programme
RETURN p.name AS programme, doer.name AS doer, labels(doer)[0] AS type, r.date AS date, r.sources AS sources,
       coalesce(head([i IN range(0, size(r.dates) - 1) WHERE r.dates[i] = r.date | r.quotes[i]]), r.quotes[0]) AS quote
ORDER BY programme, date, doer, r.id
