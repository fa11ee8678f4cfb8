/**
 * Measures the knowledge of the example help site on labelled questions that lie outside the project, and fits the
 * weights of its probability: on every second question, reported on the others.
 *
 *   node scripts/eval-knowledge.ts            data in ../shared/data, or where HANDBACK_DATA points
 *   node scripts/eval-knowledge.ts --fit      also prints newly fitted weights
 *   node scripts/eval-knowledge.ts --confused also prints which articles are taken for which
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseArticle } from '../src/knowledge/index.ts'
import { defaultWeights, featureNames, features, probability, type Features, type Weights } from '../src/knowledge/probability.ts'
import { ranking } from '../src/knowledge/ranking.ts'
import { contentWords, words } from '../src/knowledge/words.ts'
import { answerThreshold } from '../src/providers/knowledge.ts'
import { auroc, calibrationError, csvRows, fitLogistic } from './eval-statistics.ts'

/** One question in four is out of scope, however many of each kind the files hold. */
const outOfScopeShare = 0.25
/** For fitting only: what questions about other topics, and questions cut down to one or two words, weigh against those in scope. */
const otherTopicsShare = 0.05
const cutShare = 0.1

/** Topics of the second file that no article has anything to do with. */
const otherTopics = new Set(
  (
    'weather restaurant_reservation restaurant_reviews how_busy accept_reservations confirm_reservation cancel_reservation flight_status ' +
    'book_flight book_hotel car_rental carry_on lost_luggage meal_suggestion recipe calories cook_time food_last ingredients_list ' +
    'nutrition_info time timezone date alarm timer calendar meeting_schedule schedule_meeting reminder directions distance traffic ' +
    'current_location gas tire_change oil_change_when schedule_maintenance jump_start play_music what_song change_volume make_call text ' +
    'share_location sync_device where_are_you_from how_old_are_you what_are_your_hobbies do_you_have_pets who_do_you_work_for spelling ' +
    'definition translate next_holiday vaccines plug_type pto_request shopping_list todo_list uber smart_home reset_settings'
  ).split(' '),
)

interface Sample {
  readonly label: string | undefined
  readonly ranked: readonly string[]
  readonly features: Features
  readonly correct: boolean
  readonly weight: number
}

const root = join(import.meta.dirname, '..')
const data = process.env.HANDBACK_DATA ?? join(root, '../shared/data')
const { values: flags } = parseArgs({ options: { fit: { type: 'boolean' }, confused: { type: 'boolean' } } })

if (!existsSync(join(data, 'banking77/train.csv'))) {
  console.log(`No labelled questions in ${data}. Set HANDBACK_DATA to a folder with banking77/train.csv and clinc150/train.json.`)
} else {
  run()
}

function run(): void {
  const folder = join(root, 'examples/help-site/knowledge')
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'))
  const articles = files.map((name) => parseArticle(readFileSync(join(folder, name), 'utf8'), name.slice(0, -3)))
  const idOf = new Map(articles.map(({ id, intent }) => [intent ?? id, id]))
  const index = ranking(articles)

  const rows = csvRows(readFileSync(join(data, 'banking77/train.csv'), 'utf8')).slice(1)
  const known = rows.flatMap(([text = '', label = '']) => (idOf.has(label) ? [{ text, label: idOf.get(label) }] : []))
  const clinc: Record<string, string[][]> = JSON.parse(readFileSync(join(data, 'clinc150/train.json'), 'utf8'))
  const foreign = Object.values(clinc).flatMap((part) =>
    part.flatMap(([text = '', label = '']) => (label.startsWith('oos') ? [{ text, label: undefined }] : [])),
  )
  const foreignWeight = (known.length / foreign.length) * (outOfScopeShare / (1 - outOfScopeShare))

  const sample = (text: string, label: string | undefined, weight: number): Sample => {
    const { terms, candidates } = index.rank(text)
    const ranked = candidates.map(({ id }) => id)
    const correct = label !== undefined && ranked[0] === label
    return { label, ranked, correct, features: features(terms, candidates, 0, index.idf), weight }
  }
  const samples = [...known, ...foreign].map(({ text, label }) => sample(text, label, label === undefined ? foreignWeight : 1))
  const fitting = samples.filter((_, i) => i % 2 === 0)
  const held = samples.filter((_, i) => i % 2 === 1)
  const others = (clinc.train ?? []).flatMap(([text = '', label = '']) => (otherTopics.has(label) ? [text] : []))
  const half = (rest: 0 | 1): string[] => others.filter((_, i) => i % 2 === rest)
  const othersWeight = ((known.length / 2) * otherTopicsShare) / half(0).length
  const cut = known
    .filter((_, i) => i % 4 === 0)
    .flatMap(({ text, label }, i) => {
      const terms = contentWords(words(text))
      const from = i % Math.max(1, terms.length)
      return [1, 2].map((count) => ({ text: terms.slice(from, from + count).join(' '), label }))
    })
  const cutWeight = ((known.length / 2) * cutShare) / cut.length
  fitting.push(...half(0).map((text) => sample(text, undefined, othersWeight)))
  fitting.push(...cut.map(({ text, label }) => sample(text, label, cutWeight)))
  const strangers = half(1).map((text) => sample(text, undefined, 1))

  console.log(`${articles.length} articles, ${known.length} questions in scope, ${foreign.length} out of scope; reported on the half not fitted on`)
  report('shipped weights', held, strangers, defaultWeights)
  if (flags.fit) {
    const fitted = fit(fitting)
    report('fitted weights', held, strangers, fitted)
    console.log(JSON.stringify(fitted))
  }
  if (flags.confused) confusions(samples)
}

function fit(samples: readonly Sample[]): Weights {
  const rows = samples.map((sample) => featureNames.map((name) => sample.features[name]))
  const [bias = 0, ...coefficients] = fitLogistic(
    rows,
    samples.map(({ correct }) => (correct ? 1 : 0)),
    samples.map(({ weight }) => weight),
  )
  const round = (value: number | undefined): number => Number((value ?? 0).toFixed(2))
  const named = Object.fromEntries(featureNames.map((name, i) => [name, round(coefficients[i])])) as Record<(typeof featureNames)[number], number>
  return { bias: round(bias), ...named }
}

function report(title: string, samples: readonly Sample[], strangers: readonly Sample[], weights: Weights): void {
  const scored = samples.map((sample) => ({ ...sample, p: probability(sample.features, weights) }))
  const inside = scored.filter(({ label }) => label !== undefined)
  const outside = scored.filter(({ label }) => label === undefined)
  const rate = (hits: number, of: number): string => (of === 0 ? 'n/a' : (hits / of).toFixed(3))
  const hit = (depth: number): string => rate(inside.filter(({ ranked, label = '' }) => ranked.slice(0, depth).includes(label)).length, inside.length)
  console.log(
    `${title}: hit@1 ${hit(1)}  hit@3 ${hit(3)}  AUROC in/out of scope ${auroc(
      inside.map(({ p }) => p),
      outside.map(({ p }) => p),
    ).toFixed(3)}` +
      `  AUROC right/wrong ${auroc(
        scored.filter((s) => s.correct).map(({ p }) => p),
        scored.filter((s) => !s.correct).map(({ p }) => p),
      ).toFixed(3)}` +
      `  ECE ${calibrationError(
        scored.map(({ p, correct, weight }) => ({ p, correct, weight })),
        10,
      ).toFixed(3)}` +
      `  ECE in scope ${calibrationError(
        inside.map(({ p, correct }) => ({ p, correct, weight: 1 })),
        10,
      ).toFixed(3)}`,
  )
  for (const threshold of [answerThreshold, 0.4, 0.5, 0.7, 0.8]) {
    const answered = inside.filter(({ p }) => p >= threshold)
    const right = answered.filter(({ correct }) => correct).length
    const other = strangers.filter((each) => probability(each.features, weights) >= threshold).length
    const foreign = outside.filter(({ p }) => p >= threshold).length
    console.log(
      `  p >= ${threshold}: precision ${rate(right, answered.length)}  answered rightly ${rate(right, inside.length)}` +
        `  wrongly ${rate(answered.length - right, inside.length)}  out of scope answered ${rate(foreign, outside.length)}` +
        `  other topics answered ${rate(other, strangers.length)}`,
    )
  }
}

function confusions(samples: readonly Sample[]): void {
  const pairs = new Map<string, number>()
  for (const { label, ranked, correct } of samples) {
    if (label === undefined || correct) continue
    const pair = `${label} taken for ${ranked[0] ?? 'nothing'}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  for (const [pair, count] of [...pairs].sort((a, b) => b[1] - a[1]).slice(0, 40)) console.log(`  ${count}  ${pair}`)
}
