// name: weak-facts
// zh: 哪些事实只有一个来源，而且把握不大？
// en: Which facts rest on one weak source?
// param: below float = 0.8 | 可信度低于 | confidence below
// column: from | 主体
// column: relation | 关系
// column: to | 对象
// column: confidence | 可信度
// column: rule | 规则
// column: quote | 原文
// explain: 使用前应当先核对原文的事实，把握最小的排在最前。
MATCH (x)-[r:LOCATED_IN|PART_OF|RUNS|WORKS_WITH|AFFILIATED_WITH|RECEIVED|HAS_FIGURE]->(y)
WHERE r.sources = 1 AND r.confidence < $below
RETURN x.name AS from, type(r) AS relation, y.name AS to, r.confidence AS confidence, r.rules[0] AS rule,
       r.quotes[0] AS quote
ORDER BY confidence, from, relation, to, r.id
