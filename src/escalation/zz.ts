import { readFileSync } from 'node:fs'
import { asksForHuman } from './human-request.ts'
const csv = readFileSync('/work/shared/data/banking77/train.csv', 'utf8')
const q = csv.split('\n').slice(1).filter(Boolean).map(l => l.slice(0, l.lastIndexOf(',')).replace(/^"|"$/g, ''))
const t = performance.now()
const f = q.filter(asksForHuman)
console.log(q.length, f.length, Math.round(performance.now() - t), 'ms'); for (const x of f) console.log('  ', x)
const d = JSON.parse(readFileSync('/work/shared/data/clinc150/train.json', 'utf8')) as Record<string, [string, string][]>
const all = Object.values(d).flat()
const g = all.filter(([x]) => asksForHuman(x)); console.log(all.length, g.length); for (const x of g) console.log('  ', x.join(' | '))
