// name: by-date
// zh: 这段时间里发生了什么？
// en: What happened in this period?
// param: from string = '2024' | 起 | from
// param: until string = '2024-12-31' | 止 | until
// column: date | 日期
// column: from | 主体
// column: relation | 关系
// column: to | 对象
// column: sources | 来源数
// column: quote | 原文
// explain: 按日期列出事实。日期可以只有年或年月，如 2024 或 2024-03；没有日期的不列。
MATCH (x)-[r:PART_OF|RUNS|WORKS_WITH|AFFILIATED_WITH|RECEIVED|HAS_FIGURE]->(y)
WHERE r.date >= $from AND r.date <= $until
RETURN r.date AS date, x.name AS from, type(r) AS relation, y.name AS to, r.sources AS sources,
       head([i IN range(0, size(r.dates) - 1) WHERE r.dates[i] = r.date | r.quotes[i]]) AS quote
ORDER BY date, from, relation, to, r.id
