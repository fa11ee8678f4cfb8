import { createTokens } from '../../src/hub/index.ts'

/** One key for the hubs of these tests, whichever process they live in. */
const key = new Uint8Array(32).fill(9)

export const tokens = createTokens(key)

export const visitorToken = async (sub: string): Promise<string> => (await tokens.issue({ sub, role: 'visitor' })).token
export const agentToken = async (sub: string, name: string): Promise<string> => (await tokens.issue({ sub, role: 'agent', name })).token
