import { InputError } from '../../errors.ts'
import { type ColumnsByName, keyOfSources, readColumns, writeColumns } from '../../text/column-file.ts'
import { MODULES_FOLDER, packageFile } from '../../text/package-files.ts'
import { readSeed } from '../../text/seeds.ts'
// Features are numbered where they are declared: all must be before trees are read.
import './features-figure.ts'
import './features.ts'
import { featureNames, featureNumber } from './feature-list.ts'
import { type Forest, type ForestNode, LEAF, plantForest } from './forest.ts'
import { type ByQuestion, byQuestion, isQuestion, QUESTIONS, type Question } from './questions.ts'

/** The trees of each question. */
export type Forests = ByQuestion<Forest>

export const TREES_FILE = 'relate/trees.csv'
export const TREES_COLUMNS = ['relation', 'depth', 'lift', 'feature'] as const

function faultOf([question, depth, lift, feature]: readonly string[]): string | null {
  if (!isQuestion(question)) return `No relation is called “${question}”.`
  if (feature !== '' && featureNumber(feature!) === undefined) return `No feature is called “${feature}”.`
  if (!/^\d+$/.test(depth!)) return `“${depth}” is no depth.`
  return Number.isFinite(Number(lift)) ? null : `“${lift}” is no number.`
}

/** @throws InputError for a row that names no relation, feature or number, and where rows are no trees */
export function compileForests(): Forests {
  const nodes = byQuestion((): ForestNode[] => [])
  for (const [question, depth, lift, feature] of readSeed(TREES_FILE, TREES_COLUMNS, faultOf))
    nodes[question as Question].push({
      depth: Number(depth),
      lift: Number(lift),
      feature: feature === '' ? LEAF : featureNumber(feature!)!,
    })
  return byQuestion(question => {
    try {
      return plantForest(nodes[question])
    } catch (error) {
      throw new InputError({
        what: `The trees of ${question} are broken at node ${(error as RangeError).message}.`,
        where: `seeds/${TREES_FILE}`,
        remedy: 'Take the file as it was, or make it anew with npm run fit:relations.',
      })
    }
  })
}

/** The compiled trees beside the compiled modules. */
const RELATE = new URL('relate/', MODULES_FOLDER)
const imageIn = (folder: URL): URL => new URL('trees.image', folder)
const MODULES = ['learned/forest', 'learned/forests', 'learned/questions']

/** Features are numbered as modules load, which differs between programs: an image numbers them by their names' order. */
const sortedNames = (): readonly string[] => [...featureNames()].sort()

const keyIn = (folder: URL, names: readonly string[]): string =>
  keyOfSources([
    ...MODULES.map(name => new URL(`${name}.js`, folder)),
    packageFile(`seeds/${TREES_FILE}`),
    names.join('\n'),
  ])

/** Opens the trees from their image, or compiles them where there is none that fits. @throws InputError where the file of trees is damaged */
export function openForests(folder = RELATE): Forests {
  const names = sortedNames()
  const image = readColumns(imageIn(folder), () => keyIn(folder, names))
  if (!image) return compileForests()
  const numbers = Int32Array.from(names, name => featureNumber(name)!)
  return byQuestion(question => {
    const forest = unpack(image, question)
    return { ...forest, features: forest.features.map(place => (place === LEAF ? LEAF : numbers[place]!)) }
  })
}

/** Writes the image of the project's own trees for the compiled modules in `folder`. */
export function writeForestsImage(folder: URL): void {
  const names = sortedNames()
  const places = new Map(names.map((name, place) => [featureNumber(name)!, place]))
  const forests = compileForests()
  const columns = QUESTIONS.flatMap(question => {
    const features = forests[question].features.map(number => places.get(number) ?? LEAF)
    return Object.entries({ ...forests[question], features }).map(
      ([name, column]) => [`${question} ${name}`, column] as const,
    )
  })
  writeColumns(imageIn(folder), keyIn(folder, names), Object.fromEntries(columns))
}

/** The kinds of the columns are those that were written. */
function unpack(image: ColumnsByName, question: Question): Forest {
  const column = (name: keyof Forest) => image[`${question} ${name}`]
  const names = ['roots', 'features', 'without', 'values'] as const
  return Object.fromEntries(names.map(name => [name, column(name)])) as unknown as Forest
}
