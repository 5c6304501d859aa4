/** The sentences of the short tour: Chinese, English. */
export const TOUR_MESSAGES = {
  'tour.graph': ['谁在推行什么', 'Who runs what'],
  'tour.graph2': [
    '左边是区县，右边是项目。粗线连着几个区县都在推行的项目。点节点或连线，看它的出处。',
    'Districts on the left, programmes on the right; bold lines lead to programmes that several districts run. Click a mark or a line to see its sources.',
  ],
  'tour.search': ['找一个名字', 'Find a name'],
  'tour.search2': [
    '汉字、拼音、首字母、区划代码都行，例如 hmq。按 / 随时跳到这里。',
    'Hanzi, pinyin, initials or a division code, such as hmq. Press / to come here.',
  ],
  'tour.details': ['每条关系都有原句', 'Every relation quotes its sentence'],
  'tour.details2': [
    '选中之后，这里列出事实、原句、文章和日期，可以读全文，也可以复制引文。',
    'Facts, sentences, articles and dates of the selection appear here; read the whole article or copy a citation.',
  ],
  'tour.views': ['换一种看法', 'Look at it another way'],
  'tour.views2': [
    '同一份数据也可以看成矩阵、时间线、表格，或者用 Cypher 提问。按 ? 看全部快捷键。',
    'The same data as a matrix, a timeline, a table, or asked in Cypher. Press ? for all keys.',
  ],
  'tour.next': ['下一步', 'Next'],
  'tour.skip': ['跳过', 'Skip'],
  'tour.done': ['开始使用', 'Start'],
} as const
