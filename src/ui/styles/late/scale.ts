/** Seven numbers to choose from, and single factors of a rating. */
export const scale = `
.scale{display:flex;gap:4px}
.card .scale label{flex:1;position:relative;display:block;font-size:1em}
.card .scale input{position:absolute;inset:0;width:100%;height:100%;min-height:0;margin:0;padding:0;opacity:0;cursor:pointer}
.scale span{display:grid;place-items:center;min-height:40px;border-radius:var(--handback-field-radius);border:max(1px,var(--handback-stroke)) solid var(--handback-edge);font-weight:600;font-variant-numeric:tabular-nums}
.scale input:hover+span{background:var(--handback-soft);color:var(--handback-on-soft)}
.scale input:checked+span{background:var(--handback-accent);border-color:var(--handback-accent);color:var(--handback-on-accent)}
.scale input:focus-visible+span{outline:2px solid var(--handback-focus);outline-offset:2px}
.ends{display:flex;justify-content:space-between;gap:8px}
.ends>:last-child{text-align:end}
.factors{display:grid;gap:12px;padding:0;border:0;margin:0;min-width:0}
.factor{display:grid;gap:4px;padding:0;border:0;margin:0;min-width:0}
.factor legend,.factor-label{padding:0;font-size:.9em;font-weight:600}
.factors .scale span{min-height:30px;font-size:.87em}
@media (forced-colors:active){.scale input:checked+span{border:3px solid Highlight}}
`
