// name: article
// zh: 这篇文章说了什么？
// en: What does this article say?
// param: title string = '回民区' | 标题（可只写一部分） | title, or part of it
// column: article | 文章
// column: date | 日期
// column: from | 主体
// column: relation | 关系
// column: to | 对象
// column: quote | 原文
// column: confidence | 可信度
// explain: 文章里的每条事实一行，按出现的先后排列。
MATCH (a:Article)-[:MENTIONS]->(x)-[r]->(y)
WHERE a.name CONTAINS $title AND a.id IN r.articles
UNWIND [i IN range(0, size(r.articles) - 1) WHERE r.articles[i] = a.id] AS i
RETURN a.name AS article, a.date AS date, x.name AS from, type(r) AS relation, y.name AS to, r.quotes[i] AS quote,
       r.confidences[i] AS confidence
ORDER BY article, a.id, r.starts[i], r.ends[i], relation, from, to, r.id
