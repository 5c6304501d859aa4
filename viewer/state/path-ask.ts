import { signal } from '@preact/signals'

/** Whether the details panel asks for the two ends of a path. */
export const pathAsked = signal(false)
