import { asksForHuman } from './human-request.ts'
import { requests, others } from '../../test/escalation/human-phrases.ts'
console.log(requests.length, others.length)
console.log('MISSED', requests.filter(x => !asksForHuman(x)))
console.log('FALSE', others.filter(asksForHuman))
console.log('CTX', requests.filter(x => asksForHuman(x) && !asksForHuman(`  ${x.toUpperCase()}!!! `)))
