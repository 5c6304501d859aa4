/** Lets a reader draw a box with Shift held; gives its corners in pixels of the host. @returns how to stop listening. */
export function listenBox(host: HTMLElement, onBox: (box: DOMRect) => void): () => void {
  const frame = document.createElement('div')
  frame.className = 'box-select'
  frame.hidden = true
  host.append(frame)
  let drawn = false
  let start: { x: number; y: number } | null = null
  const at = (event: MouseEvent) => {
    const box = host.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const boxTo = (event: MouseEvent) => {
    const end = at(event)
    const from = start ?? end
    const [x, y] = [Math.min(from.x, end.x), Math.min(from.y, end.y)]
    return new DOMRect(x, y, Math.abs(from.x - end.x), Math.abs(from.y - end.y))
  }
  const down = (event: MouseEvent) => {
    if (!event.shiftKey || event.button !== 0) return
    event.stopPropagation()
    drawn = false
    start = at(event)
  }
  const move = (event: MouseEvent) => {
    if (!start) return
    event.stopPropagation()
    const box = boxTo(event)
    frame.hidden = false
    Object.assign(frame.style, {
      left: `${box.x}px`,
      top: `${box.y}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    })
  }
  const up = (event: MouseEvent) => {
    if (!start) return
    const box = boxTo(event)
    start = null
    frame.hidden = true
    if (box.width < 6 && box.height < 6) return
    event.stopPropagation()
    drawn = true
    onBox(box)
  }
  /** The click that ends a drag is no click on the paper beneath. */
  const click = (event: MouseEvent) => {
    if (drawn) event.stopPropagation()
    drawn = false
  }
  host.addEventListener('mousedown', down, true)
  host.addEventListener('click', click, true)
  addEventListener('mousemove', move, true)
  addEventListener('mouseup', up, true)
  return () => {
    host.removeEventListener('mousedown', down, true)
    host.removeEventListener('click', click, true)
    removeEventListener('mousemove', move, true)
    removeEventListener('mouseup', up, true)
    frame.remove()
  }
}
