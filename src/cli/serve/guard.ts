import type { MiddlewareHandler } from 'hono'

/** Names by which a browser on this machine may call us. Another name means that a foreign page points its own name here. */
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

const LONGEST_ADDRESS = 8192

function hostName(host: string): string {
  return host.replace(/:\d+$/, '')
}

function sameOrigin(origin: string, host: string): boolean {
  return origin === `http://${host}`
}

/**
 * Answers only browsers of this machine, only pages of this server, only reading:
 * `Host: evil.example` → 403 (DNS rebinding), foreign `Origin` → 403, POST → 405, an endless address → 414.
 * @param asking paths that take a POST, and only with this server's own `Origin`: queries, which read too but are too long
 *   for an address. A form of a foreign page could post without one.
 */
export function guard(policy: string, asking: readonly string[] = []): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? ''
    const origin = context.req.header('origin')
    const method = context.req.method
    if (!LOOPBACK.has(hostName(host))) return context.text('this server answers on this machine only\n', 403)
    if (origin !== undefined && !sameOrigin(origin, host)) return context.text('foreign origin\n', 403)
    if (method === 'POST' && asking.includes(context.req.path)) {
      if (origin === undefined) return context.text('foreign origin\n', 403)
    } else if (method !== 'GET' && method !== 'HEAD') return context.text('this server only reads\n', 405)
    if (context.req.url.length > LONGEST_ADDRESS) return context.text('address too long\n', 414)
    await next()
    context.header('Content-Security-Policy', `${policy}; frame-ancestors 'none'`)
    context.header('X-Content-Type-Options', 'nosniff')
    context.header('X-Frame-Options', 'DENY')
    context.header('Referrer-Policy', 'no-referrer')
    context.header('Cross-Origin-Resource-Policy', 'same-origin')
    context.header('Cache-Control', 'no-store')
    return undefined
  }
}
