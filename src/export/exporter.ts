import type { Snapshot } from '../snapshot/format.ts'

/** One file of an export; most formats have one. */
export interface ExportFile {
  /** What comes behind the name that the user gives: `.gexf`, `-nodes.csv`. */
  readonly suffix: string
  readonly text: string
}

export interface ExportOptions {
  /** Articles, authors and figures as nodes too, where the format would leave them out. */
  readonly structure?: boolean
  /** What IRIs begin with. */
  readonly base?: string
}

/** A format, as a record: the command line and the viewer read the list. */
export interface Exporter {
  readonly format: string
  /** What it is for, in one line: Chinese, English. */
  readonly zh: string
  readonly en: string
  readonly media: string
  /** Pure, the same bytes for the same snapshot; runs in the browser too. */
  readonly write: (snapshot: Snapshot, options: ExportOptions) => readonly ExportFile[]
}

/** The file as it goes to disk or into a download. */
export const oneFile = (suffix: string, text: string): readonly ExportFile[] => [{ suffix, text }]
