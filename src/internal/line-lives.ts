import type { ServerFrame } from '../protocol/index.ts'

/**
 * What a transport passes on when its line lives though no frame has come: proof of life and nothing else. Told apart by
 * identity from a hub's own heartbeat without heads, which says that nothing is followed.
 */
export const lineLives: ServerFrame = { t: 'beat', heads: {} }
