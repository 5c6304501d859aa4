import type { App } from '../state/store.ts'
import { EmbeddedEngine, type Engine } from './engine.ts'
import { namedServer, ServerEngine } from './server-engine.ts'

const engines = new WeakMap<App, Engine>()

/** The one engine of an app: the server's where `view --on` names one, else the page's own. */
export function engineOf(app: App): Engine {
  const server = namedServer()
  const known =
    engines.get(app) ?? (server === null ? new EmbeddedEngine(app.model.snapshot) : new ServerEngine(server))
  engines.set(app, known)
  return known
}
