/** A snapshot packs to about a tenth; what unpacks to so many times its size is made to harm. */
const RATIO = 100
const ALWAYS = 20_000_000
/** No browser holds more as one text. */
const NEVER = 500_000_000

/** How many bytes so many packed bytes may honestly become. No Node API: the browser asks too. */
export function mostUnpacked(packed: number): number {
  return Math.min(NEVER, Math.max(ALWAYS, packed * RATIO))
}
