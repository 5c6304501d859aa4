/** A message in the two languages that the project speaks. */
export interface Text {
  readonly en: string
  readonly zh: string
}

/**
 * What the parser and the analyser say, [English, Chinese]; `{0}` … are filled in. Each says what is wrong; what to do about it is
 * in the rows that begin with `hint`.
 */
const rows = {
  // reading the text
  tooLong: ['the query has {0} characters, more than the {1} allowed', '查询有 {0} 个字符，超过上限 {1}'],
  nul: ['the query contains a NUL character', '查询里有 NUL 字符'],
  surrogate: ['the query contains half of a surrogate pair', '查询里有不成对的代理项（坏字符）'],
  badCharacter: ['the character {0} has no meaning here', '字符 {0} 在这里没有意义'],
  badString: ['the string is not closed', '字符串没有结束引号'],
  badQuoted: ['the name in backticks is not closed', '反引号里的名字没有结束'],
  badComment: ['the comment is not closed by `*/`', '注释没有用 `*/` 结束'],
  badUnicodeEscape: [
    '`\\u` needs four hexadecimal digits, `\\U` eight',
    '`\\u` 后要有四位、`\\U` 后要有八位十六进制数字',
  ],
  badNumber: ['{0} is not a number', '{0} 不是数'],
  bigInteger: ['the integer {0} does not fit into 64 bits', '整数 {0} 超出 64 位'],
  bigFloat: ['the number {0} is too large', '数 {0} 太大'],
  badParameter: ['a parameter needs a name after `$`', '`$` 后要有参数名'],
  tooDeep: ['brackets, conditions or subqueries are nested more than {0} deep', '括号、条件或子查询嵌套超过 {0} 层'],
  tooMany: ['the query has more than {0} clauses', '查询的子句超过 {0} 个'],
  hintWrite: ['write {0}', '请写 {0}'],
  hintMean: ['did you mean {0}?', '是不是要写 {0}？'],
  // what was expected
  expression: ['an expression', '表达式'],
  operator: ['an operator', '运算符'],
  name: ['a name', '名字'],
  pattern: ['a pattern such as `(a)-->(b)`', '模式，如 `(a)-->(b)`'],
  clause: ['a clause such as MATCH or RETURN', '子句，如 MATCH、RETURN'],
  wholeNumber: ['a whole number', '整数'],
  typeName: ['a type such as STRING', '类型，如 STRING'],
  endOfQuery: ['the end of the query', '查询结束'],
  or: [' or ', '或'],
  comma: [', ', '、'],
  // grammar
  empty: ['the query is empty', '查询是空的'],
  unexpected: ['{0} cannot stand here; expected {1}', '这里不能是 {0}，应为 {1}'],
  unexpectedEnd: ['the query ends too early; expected {0}', '查询没有写完，还缺 {0}'],
  write: ['{0} changes data, and this engine only reads', '{0} 会改动数据，而这个引擎只读'],
  hintStore: [
    'load the snapshot into Neo4j and write there; the graph itself is changed by building it anew from its pages',
    '请把快照装入 Neo4j 后在那里写；图本身要由文章重新构建来改变',
  ],
  unsupported: ['{0} is not known to this engine', '这个引擎不认识 {0}'],
  mixedUnion: ['UNION and UNION ALL cannot be mixed in one query', '同一查询里不能混用 UNION 和 UNION ALL'],
  bothArrows: ['a relationship type cannot be followed by `..`', '关系类型后不能直接写 `..`'],
  badLength: ['a path length must be a whole number that is not negative', '路径长度要是非负整数'],
  lengthOrder: ['the upper bound {0} is below the lower bound {1}', '上限 {0} 小于下限 {1}'],
  mixedLabels: [
    '`:` between labels cannot be mixed with `|`, `&`, `!`, `%`',
    '标签之间的 `:` 不能与 `|`、`&`、`!`、`%` 混用',
  ],
  mixedNotNull: ['of several types either all or none are NOT NULL', '多个类型要么都写 NOT NULL，要么都不写'],
  zeroQuantifier: ['a quantifier needs an upper bound of at least 1', '重复次数的上限至少是 1'],
  zeroCount: ['the number of paths must be at least 1', '路径数至少是 1'],
  onlyOneStatement: ['only one query can be run at a time', '一次只能运行一个查询'],
  // clauses
  needsReturn: ['the query must end with RETURN', '查询要以 RETURN 结束'],
  afterReturn: ['{0} cannot follow RETURN', '{0} 不能跟在 RETURN 后面'],
  importingWith: ['the WITH that opens a subquery may only name outer variables', '子查询开头的 WITH 只能列出外层变量'],
  needsAlias: ['an expression in WITH needs a name: `{0} AS name`', 'WITH 里的表达式要起名：`{0} AS 名字`'],
  needsAliasCall: ['a subquery’s column needs a name: `{0} AS name`', '子查询的列要起名：`{0} AS 名字`'],
  sameColumn: ['two columns are called `{0}`', '有两列都叫 `{0}`'],
  noVariables: ['`*` needs at least one variable in scope', '`*` 至少要有一个可见的变量'],
  unionColumns: ['all parts of a UNION need the same columns', 'UNION 各部分的列要相同'],
  oneColumn: ['{0} needs exactly one column', '{0} 要恰好一列'],
  // variables
  undefinedVariable: ['the variable `{0}` is not defined', '变量 `{0}` 没有定义'],
  notVisible: [
    'the variable `{0}` is not visible after aggregation or DISTINCT',
    '变量 `{0}` 在聚合或 DISTINCT 之后不可见',
  ],
  alreadyBound: ['the variable `{0}` is already bound', '变量 `{0}` 已经被使用'],
  kindConflict: ['`{0}` is {1} and cannot be {2} here', '`{0}` 是{1}，这里不能作{2}'],
  sameRelationship: ['the relationship `{0}` stands twice in one pattern', '关系 `{0}` 在同一模式里出现两次'],
  noNewVariable: [
    'a pattern that is an expression cannot bring in the new variable `{0}`',
    '作为表达式的模式不能引入新变量 `{0}`',
  ],
  noLabel: ['no node has the label `{0}`', '没有节点带标签 `{0}`'],
  noType: ['no relationship has the type `{0}`', '没有 `{0}` 类型的关系'],
  noProperty: ['nothing has the property `{0}`', '没有属性 `{0}`'],
  emptyCount: [
    '{0} {…} in the condition of an OPTIONAL MATCH drops the row where it finds nothing, as in Neo4j 5',
    'OPTIONAL MATCH 的条件里，{0} {…} 一无所得时整行落空，与 Neo4j 5 相同',
  ],
  hintOptionalCall: [
    'write OPTIONAL CALL (…) { MATCH … WHERE … RETURN … } to count 0',
    '要计为 0，请写 OPTIONAL CALL (…) { MATCH … WHERE … RETURN … }',
  ],
  // patterns
  patternPlace: ['a pattern can only stand as a condition here, not as a value', '模式在这里只能作条件，不能作值'],
  hintExists: ['write EXISTS { … } or COUNT { … }', '请写 EXISTS { … } 或 COUNT { … }'],
  twoNodes: ['two nodes need a relationship between them', '两个节点之间要有关系'],
  parameterMap: ['a parameter cannot stand for the properties in MATCH', 'MATCH 的属性不能用参数整体代替'],
  hintParameterMap: ['compare each property: `{name: $map.name}`', '请逐个写属性：`{name: $map.name}`'],
  shortestOne: ['{0} needs one relationship between two nodes', '{0} 里要恰好是两个节点和一个关系'],
  shortestMinimum: ['{0} allows a lower bound of 0 or 1 only', '{0} 的下限只能是 0 或 1'],
  shortestSame: ['{0} needs two different nodes', '{0} 的两端要是不同的节点'],
  shortestBound: ['{0} as a value needs nodes that are bound before', '{0} 作值时两端要是已有的节点'],
  varLengthWhere: ['a relationship with `*` cannot have a WHERE inside', '带 `*` 的变长关系里不能写 WHERE'],
  quantifiedLabel: ['a label expression cannot be used with `*` lengths', '用 `*` 的变长关系不能用这样的类型表达式'],
  nestedQuantifier: ['a quantified pattern cannot stand inside another', '重复模式里不能再有重复模式'],
  varLengthInGroup: [
    'a relationship with `*` cannot stand in one pattern with quantified ones',
    '带 `*` 的变长关系不能与重复模式同用',
  ],
  groupNeedsRelationship: ['a quantified pattern needs at least one relationship', '重复模式里至少要有一个关系'],
  selectorAlone: [
    'with a selector such as SHORTEST the MATCH must hold only this one pattern',
    '用 SHORTEST 等选择时，MATCH 里只能有这一个模式',
  ],
  patternSubpath: ['a path variable cannot be given inside a pattern in brackets', '括号内的子模式不能起路径名'],
  // aggregation
  aggregateHere: ['the aggregate {0} cannot be used here', '这里不能用聚合函数 {0}'],
  hintAggregate: ['compute it in WITH or RETURN first', '先在 WITH 或 RETURN 里算出来'],
  nestedAggregate: ['an aggregate cannot stand inside another', '聚合函数里不能再用聚合函数'],
  ambiguousGrouping: [
    '`{0}` stands beside an aggregate but is not itself a column',
    '`{0}` 与聚合函数并用，但自己不是一列',
  ],
  hintGrouping: ['compute it in a WITH before', '先用 WITH 算出来'],
  randomInAggregate: ['a random value cannot stand inside an aggregate', '聚合函数里不能有随机数'],
  distinctCall: ['DISTINCT is for aggregates only, and {0} is none', 'DISTINCT 只能用于聚合函数，{0} 不是'],
  // kinds of values
  aBoolean: ['a boolean', '布尔值'],
  anInteger: ['an integer', '整数'],
  aFloat: ['a float', '浮点数'],
  aNumber: ['a number', '数'],
  aString: ['a string', '字符串'],
  aList: ['a list', '列表'],
  aMap: ['a map', '映射'],
  aNode: ['a node', '节点'],
  aRelationship: ['a relationship', '关系'],
  aPath: ['a path', '路径'],
  aTemporal: ['a date or time', '日期或时间'],
  aDuration: ['a duration', '时长'],
  aPoint: ['a point', '点'],
  aValue: ['a value', '值'],
  // functions and types
  unknownFunction: ['the function {0} is not known', '没有函数 {0}'],
  existsArgument: ['`exists()` takes a pattern or a property', '`exists()` 里要是模式或属性'],
  unknownProcedure: ['the procedure {0} is not known', '没有过程 {0}'],
  argumentCount: ['{0} takes {1} arguments, not {2}', '{0} 要 {1} 个参数，这里有 {2} 个'],
  noField: ['the procedure {0} has no field `{1}`', '过程 {0} 没有字段 `{1}`'],
  needsYield: ['name what {0} gives with YIELD', '请用 YIELD 说明要 {0} 的哪些字段'],
  needsBrackets: ['a CALL within a query needs its arguments in brackets', '查询中的 CALL 要用括号写出参数'],
  type: ['{1} was expected here, and this is {0}', '这里要{1}，而这是{0}'],
  constant: ['{0} needs a constant, without variables', '{0} 后要是常量，不能含变量'],
  negative: ['{0} needs a whole number that is not negative', '{0} 后要是非负整数'],
} as const satisfies Record<string, readonly [string, string]>

export type MessageKey = keyof typeof rows

/** @returns the message of that row, `{0}` … filled in; a part that is itself a text is given in each language. */
export function say(key: MessageKey, ...parts: readonly (string | number | Text)[]): Text {
  const [en, zh] = rows[key]
  return { en: fill(en, parts, 'en'), zh: fill(zh, parts, 'zh') }
}

function fill(row: string, parts: readonly (string | number | Text)[], language: keyof Text): string {
  return row.replace(/\{(\d)\}/g, (_, index) => {
    const part = parts[Number(index)]
    return typeof part === 'object' ? part[language] : String(part)
  })
}
