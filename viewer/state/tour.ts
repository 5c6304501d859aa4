import { signal } from '@preact/signals'
import { stored, storeValue } from './preferences.ts'

/** Which step of the tour is shown; null is none. */
export const tourStep = signal<number | null>(null)

/** Starts the tour for somebody who is here for the first time and came by no link: a link shows what it shows. */
export function offerTour(): void {
  if (stored('tour') === null && location.hash === '') tourStep.value = 0
}

/** Ends the tour for good; it can be called up from the list of keys. */
export function endTour(): void {
  tourStep.value = null
  storeValue('tour', 'seen')
}
