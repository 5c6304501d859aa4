import { type ColumnsByName, keyOfSources, readColumns, writeColumns } from '../text/column-file.ts'
import { makeMatcher } from '../text/matcher.ts'
import { MODULES_FOLDER, packageFile } from '../text/package-files.ts'
import { compileLexicon, type Lexicon, type LexiconColumns } from './lexicon.ts'
import { rereadMistakable } from './mistakable.ts'
import { type HeadRule, inFull } from './rules/rule.ts'
import { HEAD_RULES } from './rules/rules.ts'

/** The modules that the image depends on, and the lists. The head rules count as they are. */
const MODULES = ['lexicon', 'lexicon-image', 'word-class', '../text/automaton', '../text/seeds']
const LISTS = ['words', 'classes', 'titles', 'divisions', 'generic']

/** Where the compiled modules of extraction lie, and their images beside them. */
export const EXTRACT = new URL('extract/', MODULES_FOLDER)

/** The compiled lexicon beside the compiled modules: read in some 5 ms where compiling it takes thirty times as long. */
const imageIn = (folder: URL): URL => new URL('lexicon.image', folder)

/** The key of what the lexicon of these rules is compiled from. */
export function lexiconKey(folder: URL, rules: readonly HeadRule[]): string {
  return keyOfSources([
    ...MODULES.map(name => new URL(`${name}.js`, folder)),
    ...LISTS.map(name => packageFile(`seeds/extract/${name}.csv`)),
    JSON.stringify(rules),
  ])
}

/**
 * Opens the lexicon of these rules from its image, or compiles it where there is none that fits: when this runs from source, and
 * when a rule or list was changed after the program was built.
 * @throws InputError where the lists in `seeds/` are damaged or a head noun stands in two rules
 */
export function openLexicon(rules: readonly HeadRule[], folder = EXTRACT): Lexicon {
  const image = readColumns(imageIn(folder), () => lexiconKey(folder, rules))
  const columns = image ? unpackImage(image) : compileLexicon(rules)
  return {
    ...columns,
    rules: rules.map(inFull),
    tokenize: makeMatcher(columns.automaton, rereadMistakable(columns.mistakable)),
  }
}

/** Writes the image of the project's own rules for the compiled modules in `folder`. */
export function writeLexiconImage(folder: URL): void {
  const { automaton, ...columns } = compileLexicon(HEAD_RULES)
  const { mask, ...tables } = automaton
  writeColumns(imageIn(folder), lexiconKey(folder, HEAD_RULES), { ...columns, ...tables, mask: Int32Array.of(mask) })
}

/** The kinds of the columns are those that were written. */
function unpackImage(image: ColumnsByName): LexiconColumns {
  const { classes, flags, heads, mistakable, mask, ...tables } = image as unknown as Omit<LexiconColumns, 'automaton'> &
    Omit<LexiconColumns['automaton'], 'mask'> & { readonly mask: Int32Array }
  return { classes, flags, heads, mistakable, automaton: { ...tables, mask: mask[0]! } }
}
