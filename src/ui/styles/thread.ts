/** The list that scrolls, and what stands between and over its rows. */
export const thread = `
.thread{position:relative;display:flex;flex:1;min-height:0}
.log{flex:1;min-width:0;overflow:hidden auto;overscroll-behavior:contain;overflow-anchor:none;background:var(--handback-sunken);scrollbar-width:thin;scrollbar-color:var(--handback-edge) transparent}
.log:focus-visible{outline-offset:-2px}
.rows{display:flex;flex-direction:column;padding:calc(4*var(--handback-space));padding-inline:max(calc(4*var(--handback-space)),50% - 380px);min-height:100%}
.rows::before{content:"";flex:1}
.page{display:flex;flex-direction:column}
.earlier{align-self:center;font-size:.87em}
.line{display:flex;align-items:center;justify-content:center;gap:6px;margin:calc(4*var(--handback-space)) 12px 0;text-align:center;text-wrap:balance;overflow-wrap:anywhere}
.line span{min-width:0}
.line q{display:block}
.day{display:flex;align-items:center;gap:12px;margin:calc(4*var(--handback-space)) 0 0}
.day::before,.day::after{content:"";flex:1;border-top:var(--handback-stroke) solid var(--handback-line)}
.day span{display:inline-block}
.day span::first-letter{text-transform:uppercase}
.bubble.dots{display:flex;gap:4px;padding-block:14px}
.dots i{width:7px;height:7px;border-radius:50%;background:var(--handback-muted);animation:hb-dot 1.2s infinite}
.dots i:nth-child(2){animation-delay:.15s}
.dots i:nth-child(3){animation-delay:.3s}
.jump{position:absolute;inset-block-end:10px;inset-inline:0;margin-inline:auto;width:fit-content;display:flex;gap:6px;align-items:center;padding:7px 12px;min-height:36px;min-width:36px;font-size:.87em;font-weight:600;background:var(--handback-bg);box-shadow:0 2px 8px light-dark(#0003,#0008),inset 0 0 0 var(--handback-stroke) var(--handback-edge);animation:hb-in .18s}
.jump .icon:has(+.sr:last-child){margin-inline:-2px}
.replies{display:flex;flex-wrap:wrap;gap:8px;justify-content:flex-end;margin-top:calc(3.5*var(--handback-space))}
.rows:has(.intro)::before{content:none}
.rows:has(.intro){justify-content:center}
.intro{display:flex;flex-direction:column;align-items:center;gap:14px;text-align:center;overflow-wrap:anywhere}
.rows ::slotted([slot=empty]){display:block;text-align:center;text-wrap:balance}
.intro p{font-family:var(--handback-title-font,inherit);font-size:1.4em;font-weight:700;line-height:1.3;letter-spacing:-.02em;text-wrap:balance}
`
