import type { Lexicon } from './lexicon.ts'
import { makePlaceFinder } from './places.ts'
import type { Scene } from './proposer.ts'
import { makeReader } from './reading.ts'
import { openRegister } from './register/register.ts'

/** Makes a function that reads a text as proposers see it. What it returns holds until its next text. */
export function makeSceneReader(lexicon: Lexicon): (text: string) => Scene {
  const read = makeReader(lexicon)
  const register = openRegister()
  const findPlaces = makePlaceFinder(register)
  return text => {
    const reading = read(text)
    return { reading, places: findPlaces(reading), register }
  }
}
