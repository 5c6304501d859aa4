import { SnapshotError } from '../errors.ts'

/** JSON.parse names an offset for most faults; where the text simply ends it names none. */
function faultAt(error: unknown, text: string): number {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')
  return position ? Number(position[1]) : text.length
}

/** Whether what stands from the fault to the end is a piece that only lacks its end: `tru|`, `-|`, `\u4e|`. */
function isCutOff(rest: string): boolean {
  return ['true', 'false', 'null', '-'].some(literal => literal.startsWith(rest)) || /^\\?u?[0-9a-f]{0,3}$/i.test(rest)
}

/**
 * Reads the text of a snapshot as JSON.
 * @throws SnapshotError with line and offset (UTF-16 units) where the file is empty, cut off or no JSON
 */
export function parseJson(text: string, where: string): unknown {
  if (text.trim() === '') {
    throw new SnapshotError({ what: 'the file is empty', where, remedy: 'Build it again with `mailuo build`.' })
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    const offset = faultAt(error, text)
    const line = text.slice(0, offset).split('\n').length
    const place = `${where}, line ${line}, offset ${offset}`
    if (!text.trimStart().startsWith('{')) {
      throw new SnapshotError({
        what: 'this is no mailuo snapshot: it does not start as a JSON object',
        where,
        remedy: 'Name a file made by `mailuo build`.',
      })
    }
    if (isCutOff(text.slice(offset, offset + 20))) {
      throw new SnapshotError({
        what: 'the snapshot breaks off here: the end of the file is missing',
        where: place,
        remedy: 'Copy or download it again, or build it again with `mailuo build`.',
      })
    }
    throw new SnapshotError({
      what: `the snapshot is damaged here: ${JSON.stringify(text.slice(offset, offset + 20))} is no valid JSON`,
      where: place,
      remedy: 'Take an undamaged copy, or build it again with `mailuo build`.',
    })
  }
}
