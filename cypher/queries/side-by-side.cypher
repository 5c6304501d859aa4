// name: side-by-side
// zh: 两个地方各推行了什么，有哪些相同？
// en: Two places side by side: what does each run, what do both?
// param: a string = '回民区' | 甲地 | first place
// param: b string = '赛罕区' | 乙地 | second place
// column: programme | 项目
// column: kind | 类别
// column: inA | 甲地推行
// column: inB | 乙地推行
// column: sinceA | 甲地最早日期
// column: sinceB | 乙地最早日期
// explain: 两地都推行的排在最前。辖内单位推行的也算。
MATCH (p:Programme)<-[r:RUNS]-(doer)-[:LOCATED_IN*0..3]->(d:Place)
WHERE d.name IN [$a, $b]
WITH p, d.name AS place, min(r.date) AS since
WITH p, collect({place: place, since: since}) AS runs
RETURN p.name AS programme, p.kind AS kind,
       any(run IN runs WHERE run.place = $a) AS inA,
       any(run IN runs WHERE run.place = $b) AS inB,
       head([run IN runs WHERE run.place = $a | run.since]) AS sinceA,
       head([run IN runs WHERE run.place = $b | run.since]) AS sinceB
ORDER BY size(runs) DESC, inA DESC, programme, p.id
