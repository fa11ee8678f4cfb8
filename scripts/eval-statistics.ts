/** Small statistics for scripts/eval-knowledge.ts. */

/** Probability that a random one of `positive` is above a random one of `negative`; ties count half. */
export function auroc(positive: readonly number[], negative: readonly number[]): number {
  const all = [...positive.map((p) => ({ p, in: 1 })), ...negative.map((p) => ({ p, in: 0 }))].sort((a, b) => a.p - b.p)
  let ranks = 0
  for (let i = 0; i < all.length;) {
    let end = i
    while (end < all.length && all[end]?.p === all[i]?.p) end++
    const rank = (i + 1 + end) / 2
    for (; i < end; i++) ranks += (all[i]?.in ?? 0) * rank
  }
  return (ranks - (positive.length * (positive.length + 1)) / 2) / (positive.length * negative.length)
}

/** Expected calibration error: mean distance of said and true probability over equally wide bins. */
export function calibrationError(samples: readonly { p: number; correct: boolean; weight: number }[], bins: number): number {
  const sums = Array.from({ length: bins }, () => ({ said: 0, right: 0 }))
  let total = 0
  for (const { p, correct, weight } of samples) {
    const bin = sums[Math.min(bins - 1, Math.floor(p * bins))]
    if (!bin) continue
    bin.said += p * weight
    bin.right += correct ? weight : 0
    total += weight
  }
  return sums.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0) / total
}

/** Logistic regression by Newton's method with a little ridge; the first coefficient is the bias. */
export function fitLogistic(rows: readonly (readonly number[])[], labels: readonly number[], weights: readonly number[]): number[] {
  const size = (rows[0]?.length ?? 0) + 1
  const at = (values: readonly number[], i: number): number => values[i] ?? 0
  let beta = new Array<number>(size).fill(0)
  for (let step = 0; step < 30; step++) {
    const gradient = new Array<number>(size).fill(0)
    const hessian = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_unused, j): number => (i === j ? 0.01 : 0)))
    rows.forEach((row, r) => {
      const x = [1, ...row]
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * at(beta, i), 0)))
      x.forEach((value, i) => {
        gradient[i] = at(gradient, i) + at(weights, r) * (at(labels, r) - p) * value
        x.forEach((other, j) => {
          const line = hessian[i]
          if (line) line[j] = at(line, j) + at(weights, r) * p * (1 - p) * value * other
        })
      })
    })
    const delta = solve(hessian, gradient)
    beta = beta.map((value, i) => value + at(delta, i))
  }
  return beta
}

/** Gaussian elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  const n = rows.length
  for (let column = 0; column < n; column++) {
    let pivot = column
    for (let r = column; r < n; r++) if (Math.abs(rows[r]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = r
    const line = rows[pivot] ?? []
    rows[pivot] = rows[column] ?? []
    rows[column] = line
    const head = line[column] ?? 1
    rows.forEach((row, r) => {
      if (r === column) return
      const factor = (row[column] ?? 0) / head
      for (let i = column; i <= n; i++) row[i] = (row[i] ?? 0) - factor * (line[i] ?? 0)
    })
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1))
}

/** Rows of a CSV file with quoted cells. */
export function csvRows(source: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy
  for (let match = cell.exec(source); match && cell.lastIndex <= source.length; match = cell.exec(source)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] !== ',') {
      rows.push(row)
      row = []
    }
    if (cell.lastIndex >= source.length) break
  }
  return rows
}
