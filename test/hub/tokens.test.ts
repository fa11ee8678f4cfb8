import { describe, expect, it } from 'vitest'
import type { Identity } from '../../src/contracts/index.ts'
import { createTokens } from '../../src/hub/index.ts'
import { key } from './world.ts'

const issued = (identity: object) => createTokens(key).issue({ sub: 'agent-sarah', ...identity } as Identity)

describe('issue()', () => {
  it('refuses a role that there is not, by its name', async () => {
    await expect(issued({ role: 'admin', name: 'Sarah' })).rejects.toThrow(/^issue\(\) knows the roles visitor, agent, supervisor, and not "admin"\.$/)
    await expect(issued({ name: 'Sarah' })).rejects.toThrow(TypeError)
  })

  it('refuses somebody of the team without a name, and no visitor', async () => {
    for (const role of ['agent', 'supervisor']) for (const name of [undefined, '', ' ']) await expect(issued({ role, name })).rejects.toThrow(/^issue\(\) needs a name/)
    expect(await issued({ role: 'visitor' })).toMatchObject({ token: expect.any(String) })
    expect(await issued({ role: 'supervisor', name: 'Vera' })).toMatchObject({ token: expect.any(String) })
  })
})
