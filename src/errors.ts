/** Every error that a user meets says what was wrong, where, and what to do about it. */
interface Trouble {
  /** What is wrong, as a full sentence without a place. */
  readonly what: string
  /** File, line, offset: as exact as is known. */
  readonly where?: string
  /** What to do about it. */
  readonly remedy: string
}

class MailuoError extends Error {
  readonly where: string | undefined
  readonly remedy: string
  constructor(trouble: Trouble) {
    super(trouble.where ? `${trouble.where}: ${trouble.what}` : trouble.what)
    this.name = new.target.name
    this.where = trouble.where
    this.remedy = trouble.remedy
  }
}

/** Wrong use of the command line or the library: unknown verb, query name, format. Exit code 2. */
export class UsageError extends MailuoError {}

/** A page, list or file that cannot be read as what it should be. A batch reports it and goes on. */
export class InputError extends MailuoError {}

/** A snapshot that is cut off, altered, or newer than this program. */
export class SnapshotError extends MailuoError {}

/** A query that is refused or that reached a limit; the Cypher engine's own errors are wrapped in it at the edge. */
export class QueryError extends MailuoError {}

/** @returns whether the error is one of ours, made to be shown without a stack. */
export function isMailuoError(error: unknown): error is MailuoError {
  return error instanceof MailuoError
}
