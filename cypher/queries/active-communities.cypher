// name: active-communities
// zh: 这个地方哪些村和社区最活跃？
// en: Which villages and communities of a place are most active?
// param: place string = '' | 地方（空为全部） | place, empty for all
// column: community | 村（社区）
// column: within | 所在
// column: programmes | 项目数
// column: figures | 数字数
// column: articles | 文章数
// explain: 项目数和数字数含村（社区）自己和其中的单位。
MATCH (v:Place)
WHERE v.kind = 'village' AND ($place = '' OR EXISTS { MATCH (v)-[:LOCATED_IN*1..4]->(d:Place) WHERE d.name = $place })
OPTIONAL MATCH (v)-[:LOCATED_IN]->(w:Place)
WITH v, min(w.name) AS within
OPTIONAL MATCH (v)<-[:LOCATED_IN*0..2]-(doer)-[:RUNS]->(p:Programme)
WITH v, within, count(DISTINCT p) AS programmes
OPTIONAL MATCH (v)<-[:LOCATED_IN*0..2]-(who)-[:HAS_FIGURE]->(f:Figure)
WITH v, within, programmes, count(DISTINCT f) AS figures
RETURN v.name AS community, within, programmes, figures, v.articles AS articles
ORDER BY programmes DESC, figures DESC, articles DESC, community, v.id
