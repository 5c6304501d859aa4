import { lang } from '../i18n.ts'

/** Sentences of sharing, judging and comparing: Chinese, English. */
const WORDS = {
  share: ['分享与导出', 'Share and export'],
  part: ['导出范围', 'What to export'],
  whole: ['整个图谱', 'The whole graph'],
  current: ['当前画面', 'What is shown'],
  format: ['格式', 'Format'],
  export: ['导出', 'Export'],
  withTexts: ['带上文章全文', 'With the articles’ texts'],
  savePage: ['另存为网页', 'Save as a page'],
  savePageHint: [
    '新的离线网页：当前画面作为已存视图，连同笔记与判断',
    'A new offline page with what is shown as a saved view, notes and judgements',
  ],
  image: ['图片', 'Picture'],
  wrote: ['已写出 {name}，{size} MB', 'Wrote {name}, {size} MB'],
  provenance: ['来历', 'Provenance'],
  author: ['作者', 'Author'],
  cite: ['引用', 'Cite as'],
  verify: ['核对校验值', 'Verify the hash'],
  verified: ['校验值相符：内容与写出时一致', 'The hash fits: the content is as it was written'],
  altered: ['校验值不符：内容被改动过', 'The hash does not fit: the content was altered'],
  compare: ['与另一份快照比较', 'Compare with another snapshot'],
  compareHint: ['选择较早的 .json 或离线网页', 'Choose an earlier .json or offline page'],
  same: ['没有不同', 'Nothing differs'],
  showNew: ['在图上显示新增与改动', 'Show what came and changed'],
  badFile: ['这个文件不是脉络的快照', 'This file is no mailuo snapshot'],
  judgements: ['人工判断', 'Judgements'],
  judgedBy: ['判断人', 'Who judges'],
  reason: ['理由', 'Reason'],
  merge: ['是同一个', 'The same'],
  differ: ['不是同一个', 'Different'],
  unsure: ['拿不准', 'Unsure'],
  split: ['拆分', 'Split'],
  splitHint: ['选出说的是另一个的文章', 'Choose the articles that speak of another'],
  reject: ['不成立', 'Wrong'],
  notEntity: ['不是{type}', 'No {type}'],
  rename: ['改名', 'Rename'],
  newName: ['新名称', 'New name'],
  undo: ['撤回', 'Take back'],
  saveLines: ['保存判断文件', 'Save the judgements'],
  applied: [
    '判断在下次 mailuo build --base 时生效，原句从不改动。',
    'Judgements take effect at the next mailuo build --base; no sentence is ever altered.',
  ],
  noted: ['已记下：{what}', 'Noted: {what}'],
} as const

/** The sentence in the reader's language, `{name}` filled from `values`. */
export function w(key: keyof typeof WORDS, values: Readonly<Record<string, string | number>> = {}): string {
  const text: string = WORDS[key][lang.value === 'zh' ? 0 : 1]
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
