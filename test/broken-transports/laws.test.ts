import { describe, test } from 'vitest'
import { transportSuite } from '../../src/testing/index.ts'
import type { Break } from './breaking.ts'
import * as attemptFaults from './attempt-faults.ts'
import * as lawFaults from './law-faults.ts'

const faults = { ...lawFaults, ...attemptFaults }

const afterClose = 'nothing is handed out after close but what had come before'
const oneAttempt = 'connect is one attempt: what is refused or fails is not tried again'
const followedAgain = 'a topic is followed again on the same connection, and from an older cursor its events come again'
const credentialsFail = 'credentials that fail make the attempt fail with an error of ours'

/** The check that must find it, and what it must say. */
const broken: Readonly<Record<keyof typeof faults, readonly [check: string, why: RegExp]>> = {
  swallowsAcks: ['a command is handed over, and its ack arrives as a frame', /the ack: nothing happened/],
  swallowsBye: ['after bye the frames end or are lost, and never hang', /the last frame: got .*"events"/],
  swallowsResets: ['a cursor of another log, and one beyond the end, begin again', /got \["hello","snapshot"\]/],
  swallowsPages: ['a refusal and a page arrive as frames', /the page: nothing happened/],
  splitsFrames: ['every kind of frame arrives as it was written', /every kind: frame \d+ of \d+/],
  greetsLate: ['hello comes first, and once', /the first frame: got "events", wanted "hello"/],
  swapsAfterAReturn: [
    'an owner who does not read loses the connection, not memory, and then comes back to everything',
    /not everything came|came although/,
  ],
  cannotBearWhatIsBig: ['frames of 256 KiB arrive whole, between small ones', /the frames ended before \(transport\/lost\)/],
  asksFromOneBefore: ['a follow with a cursor gives only what lies after it, then what happens', /what lies after the cursor: got/],
  asksForOneTopic: ['several topics are followed at once, each from its own cursor; what does not exist is gone', /nothing happened/],
  saysAnotherReason: ['credentials are asked for once by each attempt, as for the first time', /got \["refused"\], wanted \["first"\]/],
  followsTwice: ['a topic is followed and left later on the same connection', /what lies after the cursor: got \[2,3,5,2,3,5\]/],
  sendsOnce: ['the same command twice has one effect, also on another connection', /both acks: nothing happened/],
  trimsTexts: ['texts reach the hub as they were written, whatever they hold', /the texts in the log/],
  retriesNothing: [
    'a hub that fails, and one that is not there, are transport/unreachable and retryable',
    /got "transport\/unreachable, not retryable"/,
  ],
  retriesEverything: [
    'a token that the hub does not know, and none, are transport/unauthorized and not retryable',
    /got "transport\/unauthorized, retryable"/,
  ],
  throwsWhatItGets: ['credentials that fail make the attempt fail with an error of ours', /not an error of ours: Error: No session/],
  losesWhatIsAborted: ['aborting while the hub is asked rejects with the reason and leaves no link', /rejects with the signal’s reason/],
  standsWhenAborted: ['aborting while credentials are asked for rejects with the reason', /rejects with the signal’s reason/],
  standsTooSoon: ['a token that the hub does not know, and none, are transport/unauthorized and not retryable', /got "it connected"/],
  staysAfterABreak: ['breaking out of the loop closes the connection', /has 1 open links, wanted 0/],
  beatsBeforeHello: ['hello comes first, and once', /the first frame: got "beat", wanted "hello"/],
  beatsAfterTheEnd: [afterClose, /after close, when nothing waited: got \[\{"heads":\{\},"t":"beat"\}\]/],
  repeatsTheLastAfterTheEnd: [afterClose, /after close, when nothing waited: got \[.*"events"/],
  closesLater: [afterClose, /after close, when nothing waited: got \[.*"too late"/],
  losesForGood: [
    'a hub that ends the link makes the frames throw transport/lost, after what was written',
    /got "transport\/lost, not retryable", wanted "transport\/lost"/,
  ],
  triesAgain: [oneAttempt, /a token that is refused: got \{"asked":2,"links":0,"shown":2\}/],
  triesAgainInSilence: [oneAttempt, /a token that is refused: got \{"asked":1,"links":0,"shown":2\}/],
  comesBackOnce: ['a connection that is lost is not made again behind the owner’s back', /how many links there were: got 2, wanted 1/],
  keepsListening: ['nothing listens to the owner’s signal after the end', /after close: 1 listeners are left/],
  keepsListeningToAFailure: ['nothing listens to the owner’s signal after an attempt that failed', /credentials that reject: 1 listeners are left/],
  followsIntoTheVoid: [
    'closing ends the frames quietly, nothing can be sent, and the hub’s link is gone',
    /after close: sending follow: wanted transport\/closed, but it resolved/,
  ],
  signalsIntoTheVoid: ['breaking out of the loop closes the connection', /sending signal: wanted transport\/closed, but it resolved/],
  unfollowsIntoTheVoid: [
    'a hub that ends the link makes the frames throw transport/lost, after what was written',
    /sending unfollow: wanted transport\/closed, but it resolved/,
  ],
  cannotBearTheLargest: ['frames of 256 KiB arrive whole, between small ones', /the frames ended before \(transport\/lost\)/],
  followsOnce: [followedAgain, /the events again, the second time: nothing happened/],
  dropsWhatItKnows: [followedAgain, /the events again, the first time: nothing happened/],
  hidesWhyCredentialsFail: [credentialsFail, /credentials that rejected: what they threw is the error’s cause/],
  renamesWhatCredentialsThrow: [credentialsFail, /with an error of ours: wanted the same error, but .*No credentials/],
  goesWithoutCredentials: [credentialsFail, /got "transport\/unauthorized, not retryable"/],
  waitsForCredentials: [credentialsFail, /connecting: nothing happened/],
  endsTogether: ['one connection ends without the other', /has 0 open links, wanted 1/],
}

async function failure(make: Break, name: string): Promise<string> {
  let found: (() => Promise<void>) | undefined
  const register = (check: string, run: () => Promise<void>): void => void (check === name && (found = run))
  transportSuite(register, { mode: 'push', supports: { signals: true }, serve: (hub) => ({ transport: make(hub), close: () => undefined }) })
  return found ? found().then(() => 'it passes', String) : 'the kit has no such check'
}

const all: Readonly<Record<string, Break>> = { ...faults }

describe('the kit finds by the law that it breaks a transport that', () => {
  for (const [name, [check, why]] of Object.entries(broken)) {
    const what = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    // together: most of the time goes by waiting for what does not come
    test.concurrent(what, async ({ expect }) => {
      expect(await failure(all[name] as Break, check)).toMatch(why)
    })
  }
})
