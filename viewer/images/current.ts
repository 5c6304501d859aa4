import type { Picture } from '../graph/picture.ts'

/** The picture as it was drawn last, for who wants to keep it. */
export const drawn: { picture: Picture | null } = { picture: null }
