/** Something that is waited for, and what says that it has come. */
interface Signal {
  readonly come: Promise<void>
  readonly give: () => void
}

function signal(): Signal {
  let give = (): void => undefined
  const come = new Promise<void>(resolve => {
    give = resolve
  })
  return { come, give }
}

/** The place of a batch among those that are written one after the other. */
export interface Turn {
  /** The one before is committed, or was tried. */
  readonly before: Promise<void>
  /** All of this one is done but the commit: the next may begin. */
  readonly sent: Signal
  /** This one is committed, or was tried: the next may be committed. */
  readonly over: Signal
}

/**
 * Writes batches on two sessions by turns: while the server commits what was sent on the one, the next batch is made and sent
 * on the other. They may join the same nodes, so they are committed one after the other: only then do they lock what lies
 * beside their own, and none waits for one that waits for it.
 * @param write gives `sent` and `over` when it is so far, and does not commit until `before`
 * @throws what `write` throws first, once nothing is under way any more
 */
export async function inTurn<S, B>(
  sessions: readonly [S, S],
  batches: Iterable<B>,
  write: (session: S, batch: B, turn: Turn) => Promise<void>,
): Promise<void> {
  let [session, other] = sessions
  let [before, earlier, last] = [Promise.resolve(), Promise.resolve(), Promise.resolve()]
  try {
    for (const batch of batches) {
      const turn = { before, sent: signal(), over: signal() }
      ;[earlier, last] = [last, write(session, batch, turn)]
      await Promise.race([turn.sent.come, last])
      await earlier
      ;[session, other, before] = [other, session, turn.over.come]
    }
    await last
  } finally {
    await Promise.allSettled([earlier, last])
  }
}
