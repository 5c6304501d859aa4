/** Waits for SIGINT or SIGTERM. Call it before telling anyone that the program is up: who hears it may end it at once. */
export function untilStopped(): Promise<void> {
  return new Promise(resolve => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
