import { keyOfSources, readColumns, writeColumns } from '../../text/column-file.ts'
import { packageFile } from '../../text/package-files.ts'
import type { Lexicon } from '../lexicon.ts'
import { EXTRACT, lexiconKey, openLexicon } from '../lexicon-image.ts'
import { HEAD_RULES } from '../rules/rules.ts'
import { compileModel, MODEL_FILE, type ModelColumns } from './model.ts'

/** The modules that the image depends on beside the lexicon's. */
const MODULES = ['alphabet', 'model', 'signals', 'spelling', 'templates']

const imageIn = (folder: URL): URL => new URL('tagger.image', folder)

const keyIn = (folder: URL, lexicon: Pick<Lexicon, 'rules'>): string =>
  keyOfSources([
    lexiconKey(new URL('../', folder), lexicon.rules),
    ...MODULES.map(name => new URL(`${name}.js`, folder)),
    packageFile(`seeds/${MODEL_FILE}`),
  ])

/**
 * Opens the weights from their image beside the compiled modules, or compiles them where there is none that fits.
 * @throws InputError where the file of weights is damaged
 */
export function openModel(lexicon: Lexicon, folder = new URL('tagger/', EXTRACT)): ModelColumns {
  const image = readColumns(imageIn(folder), () => keyIn(folder, lexicon))
  return image ? (image as unknown as ModelColumns) : compileModel(lexicon)
}

/** Writes the image of the project's own weights for the compiled modules in `folder`. */
export function writeModelImage(folder: URL): void {
  const lexicon = openLexicon(HEAD_RULES)
  writeColumns(imageIn(folder), keyIn(folder, lexicon), { ...compileModel(lexicon) })
}
