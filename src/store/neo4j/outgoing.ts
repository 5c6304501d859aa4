import { subscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'
import { setImmediate as immediate } from 'node:timers/promises'

const open = new Set<Socket>()
let isWatching = false

/** Takes note of the connections that are opened from here on. Those with TLS are none of them: they gather by themselves. */
export function watchConnections(): void {
  if (isWatching) return
  isWatching = true
  subscribe('net.client.socket', message => {
    const { socket } = message as { socket: Socket }
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
}

/**
 * Hands on as a whole what `send` sends: the driver writes 1,400 bytes at a time, each a call of the system, which were a sixth
 * of all that the client did in a load, and a tenth of what the server did.
 */
export async function gathered(send: () => void): Promise<void> {
  const sockets = [...open]
  for (const socket of sockets) socket.cork()
  try {
    send()
    // The driver packs what is sent once its promises are settled, all before the next turn of the event loop.
    await immediate()
  } finally {
    for (const socket of sockets) socket.uncork()
  }
}
