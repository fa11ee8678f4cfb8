/** A question under the header, and what is left of a conversation whose contents were removed. */
export const question = `
.question{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:8px 12px;padding:calc(2.5*var(--handback-space)) max(calc(4*var(--handback-space)),50% - 380px);border-bottom:var(--handback-stroke) solid var(--handback-line);background:var(--handback-bg);animation:hb-in .16s}
.intro.erased{gap:6px}
.erased p{font-size:1.13em}
`
