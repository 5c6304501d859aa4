import type { Focus, Picture, PlacedLabel } from './picture.ts'

/** What a reader does in the picture. */
export interface GraphEvents {
  readonly onMark: (key: string, adding: boolean) => void
  readonly onOpen: (key: string) => void
  readonly onLine: (key: string) => void
  readonly onPaper: () => void
  readonly onHover: (key: string | null) => void
  readonly onDrag: (key: string, x: number, y: number) => void
  readonly onLost: () => void
}

/** Any renderer of a picture. Sigma stands behind it today; nothing outside this file knows. */
export interface GraphPort {
  readonly show: (picture: Picture, keepCamera: boolean) => void
  readonly focus: (focus: Focus) => void
  readonly hover: (key: string | null) => void
  readonly fit: () => void
  readonly zoom: (factor: number) => void
  readonly pan: (dx: number, dy: number) => void
  readonly centre: (key: string) => void
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
