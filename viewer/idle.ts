/** Resolves when the page has drawn what it was given and has nothing to do. */
export function idle(): Promise<void> {
  return new Promise(resolve => {
    requestAnimationFrame(() => {
      if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 1500 })
      else setTimeout(resolve, 50)
    })
  })
}
