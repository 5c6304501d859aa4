/** What is drawn, free of any meaning: marks and lines with their looks. A renderer needs nothing else. */
export type Shape = 'circle' | 'square' | 'diamond' | 'triangle' | 'hexagon'

export interface Mark {
  readonly key: string
  readonly x: number
  readonly y: number
  /** Radius in pixels at the camera's rest. */
  readonly size: number
  readonly colour: string
  readonly shape: Shape
  readonly label: string
  /** Labelled before others, drawn heavier. */
  readonly strong: boolean
  /** On which side its label is tried first. */
  readonly side: Side
  /** The label stands on that side or nowhere, cut to the room there: in columns the other side is full of lines. */
  readonly sideOnly: boolean
}

export type Side = 'right' | 'left' | 'above' | 'below'

export interface Line {
  readonly key: string
  readonly source: string
  readonly target: string
  readonly colour: string
  /** The same line when it is in focus. */
  readonly strongColour: string
  readonly size: number
  /** 0 is straight; parallel lines bend to either side. */
  readonly bend: number
  /** Leaves and arrives level, as between columns. */
  readonly flows: boolean
}

/** Shares of the width kept free on the left and on the right. */
export type Margins = readonly [left: number, right: number]

export interface Picture {
  readonly marks: readonly Mark[]
  readonly lines: readonly Line[]
  /** Room for labels that stand outside. */
  readonly margins: Margins
  readonly ink: string
  readonly paper: string
}

/** What stands out: nothing, or some marks and lines while the rest steps back. */
export interface Focus {
  readonly marks: ReadonlySet<string>
  /** Marks at the far ends, drawn in full but not ringed. */
  readonly around: ReadonlySet<string>
  readonly lines: ReadonlySet<string>
}

/** A shown label and its box in pixels of the view. */
export interface PlacedLabel {
  readonly key: string
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
