import { readFileSync } from 'node:fs'
import { readBaseline } from './baseline.ts'

type Language = 'en' | 'zh'

/** Columns of the table: a set of gold, and what readers call it. */
const SETS = [
  { name: 'own', en: 'own articles', zh: '自写文章' },
  { name: 'development', en: 'development half', zh: '开发用的一半' },
  { name: 'heldOut', en: 'half set aside', zh: '留出的一半' },
] as const

/** Rows: one measure each, or several side by side. */
const ROWS = [
  { measures: ['segmentation'], en: 'articles cut', zh: '切分成篇' },
  { measures: ['title'], en: 'titles', zh: '标题' },
  { measures: ['entities'], en: 'entities', zh: '实体' },
  {
    measures: ['entities.Place', 'entities.Organisation', 'entities.Programme', 'entities.Person'],
    en: '· places / bodies / programmes / people',
    zh: '· 地方／机构／项目／人物',
  },
  { measures: ['kinds'], en: 'kinds', zh: '细类' },
  { measures: ['place codes'], en: 'place codes', zh: '区划代码' },
  { measures: ['relations'], en: 'relations', zh: '关系' },
  { measures: ['figures'], en: 'figures', zh: '数字' },
] as const

/** The extraction figures of the README, F1, from the last accepted result. */
function extractionTable(language: Language): string {
  const baseline = readBaseline()
  const cell = (set: string, measures: readonly string[]): string => {
    const digits = measures.length > 1 ? 2 : 3
    return measures.map(measure => (baseline[set]?.[measure] ?? Number.NaN).toFixed(digits)).join(' / ')
  }
  const lines = ROWS.map(row => [row[language], ...SETS.map(set => cell(set.name, row.measures))])
  const head = ['F1', ...SETS.map(set => set[language])]
  return [head, head.map(() => '---'), ...lines].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

const REGION = /(<!-- extraction -->\n)[\s\S]*?(\n<!-- \/extraction -->)/

/**
 * A README with its extraction figures as they were last accepted.
 * @throws where the README has no place for them
 */
export function withExtractionTable(path: string, language: Language): string {
  const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
  if (!REGION.test(text)) throw new Error(`${path}: no <!-- extraction --> … <!-- /extraction --> for the figures`)
  return text.replace(REGION, (_, open: string, close: string) => open + extractionTable(language) + close)
}
