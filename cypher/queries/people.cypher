// name: people
// zh: 人物和职务
// en: People and their posts
// param: name string = '' | 人名或单位名（可只写一部分，空为全部） | person or body, part of the name, empty for all
// column: person | 人物
// column: titles | 职务
// column: body | 单位
// column: date | 日期
// column: quote | 原文
// explain: 一个人在一个单位的多个职务列在一行里。
MATCH (person:Person)-[r:AFFILIATED_WITH]->(body)
WHERE person.name CONTAINS $name OR body.name CONTAINS $name
RETURN person.name AS person, [t IN coalesce(r.titles, []) WHERE t <> ''] AS titles, body.name AS body,
       r.date AS date, r.quotes[0] AS quote
ORDER BY person, body, r.id
