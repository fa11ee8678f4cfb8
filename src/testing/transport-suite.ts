import type { MaybePromise, Transport } from '../contracts/index.ts'
import { check, same } from './check.ts'
import type { RegisterTest } from './check.ts'
import { attemptChecks } from './transport/attempt.ts'
import type { Served, TransportCheck } from './transport/bench.ts'
import { makeBench } from './transport/bench.ts'
import { chaosChecks } from './transport/chaos.ts'
import { connectChecks } from './transport/connect.ts'
import { endChecks } from './transport/end.ts'
import { followChecks } from './transport/follow.ts'
import { frameChecks } from './transport/frames.ts'
import type { KitHub } from './transport/kit-hub.ts'
import { requestChecks } from './transport/request.ts'
import { sendChecks } from './transport/send.ts'
import { signalChecks } from './transport/signals.ts'
import { slowChecks } from './transport/slow.ts'

export interface TransportSuiteOptions {
  /** What the transport promises; the first check compares it with what the instance declares. */
  readonly mode: Transport['mode']
  readonly supports: Transport['supports']
  /** Makes the kit's hub reachable and gives the transport that reaches it. Called once per check. */
  readonly serve: (hub: KitHub) => MaybePromise<Served>
}

/**
 * The laws of `Transport` as checks for any test runner. Those with a bad network in between run where `serve` tells the
 * `port` on which the hub listens and a way `through` another port; those of `request` where the transport has one: its server then gives what is
 * no frame to `hub.fetch`. Without them they have nothing to do and pass.
 *
 * @example
 * import { test } from 'node:test'
 * transportSuite(test, {
 *   mode: 'push',
 *   supports: { signals: true },
 *   serve: (hub) => ({ transport: inProcess(hub), close: () => undefined }),
 * })
 */
export function transportSuite(test: RegisterTest, options: TransportSuiteOptions): void {
  const { mode, supports, serve } = options
  const register = ([name, run]: TransportCheck): unknown => test(name, async () => {
    const bench = await makeBench(serve)
    try {
      await run(bench)
    } finally {
      await bench.close()
    }
  })

  register(['declares what it supports', async ({ served: { transport } }) => {
    same({ mode: transport.mode, supports: transport.supports }, { mode, supports }, 'what it declares')
    check(transport.name !== '', 'a transport has a name')
  }])
  const always = [connectChecks, attemptChecks, frameChecks, followChecks, sendChecks, endChecks, requestChecks, slowChecks, chaosChecks]
  for (const checks of supports.signals ? [...always, signalChecks] : always) checks.forEach(register)
}
