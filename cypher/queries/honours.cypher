// name: honours
// zh: 谁获得了什么荣誉？
// en: Who received which honour?
// param: name string = '' | 单位或荣誉（可只写一部分，空为全部） | body or honour, part of the name, empty for all
// column: honour | 荣誉
// column: who | 获得者
// column: type | 类型
// column: date | 日期
// column: quote | 原文
// explain: 同一荣誉的获得者排在一起。
MATCH (who)-[r:RECEIVED]->(honour:Programme)
WHERE who.name CONTAINS $name OR honour.name CONTAINS $name
RETURN honour.name AS honour, who.name AS who, labels(who)[0] AS type, r.date AS date, r.quotes[0] AS quote
ORDER BY honour, who, r.id
