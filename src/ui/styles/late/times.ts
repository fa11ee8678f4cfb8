/** Moments to choose from. */
export const times = `
.times{display:grid;gap:6px}
.card .times label{position:relative;display:block;font-size:1em}
.card .times input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.times label>span{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:2px 8px;min-height:40px;padding:9px 12px;border:max(1px,var(--handback-stroke)) solid var(--handback-edge);border-radius:var(--handback-field-radius)}
.times label>span::first-letter{text-transform:uppercase}
.times input:hover+span{background:var(--handback-soft);color:var(--handback-on-soft)}
.times input:checked+span{background:var(--handback-accent);border-color:var(--handback-accent);color:var(--handback-on-accent)}
.times :is(input:checked,input:hover)+span small{color:inherit}
.times input:focus-visible+span{outline:2px solid var(--handback-focus);outline-offset:2px}
@media (forced-colors:active){.times input:checked+span{border:3px solid Highlight}}
`
