import { readFileSync } from 'node:fs'
import { type ColumnsByName, keyOfSources, readColumns, writeColumns } from '../../text/column-file.ts'
import { MODULES_FOLDER } from '../../text/package-files.ts'
import { type BareNames, collectBareNames } from './bare-names.ts'
import { readLevelWords } from './level-words.ts'
import { compileData, type RegisterData } from './open-data.ts'
import { readHeader, SEEDS } from './unpack.ts'

/** The register with all that is compiled from it. */
export interface OpenRegister {
  readonly data: RegisterData
  readonly bareNames: BareNames
}

/** The modules that the image depends on, and the lists; the large list is told by the checksum in its header. */
const MODULES = ['bare-names', 'find-names', 'image', 'level-words', 'name-table', 'open-data', 'unpack']
const LISTS = ['divisions.json', 'divisions-words.csv']

/** The register as it lies in memory, beside the compiled modules: read in some 15 ms where compiling it takes ten times as long. */
const imageIn = (folder: URL): URL => new URL('register.image', folder)

function keyIn(folder: URL): string {
  return keyOfSources([
    ...MODULES.map(name => new URL(`${name}.js`, folder)),
    ...LISTS.map(name => new URL(name, SEEDS)),
  ])
}

/**
 * Opens the register from its image, or compiles it where there is none that fits: when this runs from source, and when a list
 * was changed after the program was built.
 * @throws InputError where the seed files are missing or damaged
 */
export function readRegister(folder = new URL('extract/register/', MODULES_FOLDER)): OpenRegister {
  const image = readColumns(imageIn(folder), () => keyIn(folder))
  return image ? unpackImage(image) : compile()
}

/** Writes the image for the compiled modules in `folder`. */
export function writeRegisterImage(folder: URL): void {
  writeColumns(imageIn(folder), keyIn(folder), packImage(compile()))
}

function compile(): OpenRegister {
  const data = compileData()
  const lines = readFileSync(new URL('divisions-words.csv', SEEDS), 'utf8').split('\n').slice(1)
  const everyday = new Set(lines.map(line => line.split(',')[0] ?? '').filter(Boolean))
  return { data, bareNames: collectBareNames(data, everyday) }
}

function packImage({ data, bareNames }: OpenRegister): ColumnsByName {
  const { columns, names, endings, otherEndings, otherOld, wholeEnds, sounds } = data
  const { levels, codes, parents, ends, suffixes } = columns
  const { units, starts, otherOf, slots, tails, next } = names
  return {
    ...{ levels, codes, parents, ends, suffixes },
    ...{ units, starts, otherOf, slots, tails, next },
    ...{ otherEndings, otherOld, wholeEnds, sounds },
    endings: Uint8Array.from(Buffer.from(endings.words.filter(Boolean).join(' '))),
    bareEntries: bareNames.entries,
    bareSafe: bareNames.safe,
  }
}

/** The kinds of the columns are those that `packImage` wrote. */
function unpackImage(image: ColumnsByName): OpenRegister {
  const { units, starts, otherOf, slots, tails, next, ...rest } = image as unknown as ImageColumns
  const { levels, codes, parents, ends, suffixes, otherEndings, otherOld, wholeEnds, sounds } = rest
  const header = readHeader()
  const endings = readLevelWords(header.suffixes, Buffer.from(rest.endings).toString('utf8').split(' '))
  return {
    data: {
      columns: { header, total: header.total, levels, codes, parents, ends, suffixes, units, starts },
      names: { units, starts, otherOf, slots, tails, next },
      ...{ endings, otherEndings, otherOld, wholeEnds, sounds },
    },
    bareNames: { entries: rest.bareEntries, safe: rest.bareSafe },
  }
}

type ImageColumns = Omit<RegisterData['columns'], 'header' | 'total'> &
  RegisterData['names'] &
  Omit<RegisterData, 'columns' | 'names' | 'endings'> & {
    readonly endings: Uint8Array
    readonly bareEntries: Int32Array
    readonly bareSafe: Uint8Array
  }
