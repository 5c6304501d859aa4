/** Articles of the corpus that are several by the guide: short items of their own under one title. Every other one is one article. */
export const DIGESTS: ReadonlySet<string> = new Set(
  (
    '1002 1034 1035 1131 1204 1217 1220 1258 1303 1404 1420 1439 1457 1485 1603 1622 1632 1675 1701 1803 1816 1905 ' +
    '3006 3029 3038 3128 3171 3172 3435 3509 3602 3612 3623 3628 3653'
  ).split(' '),
)

/** Their items are told apart by more than one sign, so that what the page as a whole says is left open. */
export const UNDECIDED: ReadonlySet<string> = new Set(['1004', '1244', '1415', '1815', '3224'])
