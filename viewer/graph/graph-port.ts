import type { Focus, Picture, PlacedLabel } from './picture.ts'

/** What a reader does in the picture. */
export interface GraphEvents {
  readonly onMark: (key: string, adding: boolean) => void
  readonly onOpen: (key: string) => void
  readonly onLine: (key: string) => void
  readonly onPaper: () => void
  readonly onHover: (key: string | null) => void
  readonly onDrag: (key: string, x: number, y: number) => void
  /** The camera has come to rest where the reader took it. */
  readonly onCamera: (camera: Camera | null) => void
  readonly onLost: () => void
}

/** Centre in shares of the picture's extent, and how much of it is in view: `[0.5, 0.5, 1]` shows all. */
export type Camera = readonly [x: number, y: number, ratio: number]

/** Any renderer of a picture. Sigma stands behind it today; nothing outside this file knows. */
export interface GraphPort {
  readonly show: (picture: Picture) => void
  /** New places for marks of the picture, as a running layout gives them. */
  readonly move: (at: ReadonlyMap<string, { readonly x: number; readonly y: number }>) => void
  readonly focus: (focus: Focus) => void
  readonly hover: (key: string | null) => void
  /** Null is the whole picture. */
  readonly look: (camera: Camera | null) => void
  readonly fit: () => void
  readonly zoom: (factor: number) => void
  readonly pan: (dx: number, dy: number) => void
  /** Brings a mark into view where it is not; `covered` pixels at the foot of the view are under something else. */
  readonly reveal: (key: string, covered: number) => void
  readonly inBox: (box: DOMRect) => readonly string[]
  readonly counters: () => Counters
  readonly destroy: () => void
}

export interface Counters {
  readonly labels: readonly PlacedLabel[]
  readonly firstFrameMs: number
  readonly lastFrameMs: number
}

export const NO_FOCUS: Focus = { marks: new Set(), around: new Set(), lines: new Set() }
