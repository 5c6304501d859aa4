// name: partners
// zh: 它和谁合作？
// en: Who works with whom?
// param: name string = '' | 单位名（可只写一部分，空为全部） | body or place, part of its name, empty for all
// column: body | 单位
// column: partner | 合作方
// column: date | 日期
// column: sources | 来源数
// column: quote | 原文
// explain: 合作没有方向；不写单位名时每一对只列一次。
MATCH (body)-[r:WORKS_WITH]-(partner)
WHERE body.name CONTAINS $name AND ($name <> '' OR startNode(r) = body)
RETURN body.name AS body, partner.name AS partner, r.date AS date, r.sources AS sources, r.quotes[0] AS quote
ORDER BY body, partner, r.id
