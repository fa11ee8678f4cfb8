/** What pages have beside the shared sheet. */
export const pageStyles = `
.sheet-foot{display:flex;flex-wrap:wrap;gap:8px;padding:calc(2.5*var(--handback-space)) max(calc(4*var(--handback-space)),50% - 380px) calc(3*var(--handback-space));border-top:var(--handback-stroke) solid var(--handback-line)}
.sheet .buttons{justify-content:center;margin-top:12px}
.sheet .way{flex-wrap:nowrap;gap:8px;color:inherit;text-decoration:none}
.sheet .entry{flex-direction:column;align-items:flex-start;gap:2px}
.sheet .entry-text{max-width:100%}
.sheet .entry-text,.sheet-head>strong{text-align:match-parent}
.sheet .entry small::first-letter{text-transform:uppercase}
@container (max-height:420px){.sheet-head,.sheet-foot{min-height:0;padding-block:4px}}
.past{display:flex;flex:1;flex-direction:column;min-height:0}
.choices{display:grid;gap:2px;margin:calc(-2*var(--handback-space)) -8px;padding:0;border:0;min-width:0}
.choice{position:relative;display:flex;align-items:center;gap:10px;min-height:44px;padding:10px 8px;border-radius:var(--handback-field-radius)}
.choice:has(:checked){font-weight:600}
.choice input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.choice .icon{margin-inline-start:auto;color:var(--handback-accent);visibility:hidden}
.choice:has(:checked) .icon{visibility:visible}
.choice:hover{background:var(--handback-soft);color:var(--handback-on-soft)}
.choice:has(:focus-visible){outline:2px solid var(--handback-focus);outline-offset:-2px}
`
