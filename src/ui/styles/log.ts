/** The list that scrolls, and how it begins. */
export const log = `
.thread{position:relative;display:flex;flex:1;min-height:0}
.log{flex:1;min-width:0;overflow:hidden auto;overscroll-behavior:contain;overflow-anchor:none;background:var(--handback-sunken);scrollbar-width:thin;scrollbar-color:var(--handback-edge) transparent}
.rows{display:flex;flex-direction:column;padding:calc(4*var(--handback-space));padding-inline:max(calc(4*var(--handback-space)),50% - 380px);min-height:100%}
.rows::before{content:"";flex:1}
.page{display:flex;flex-direction:column}
.line{display:flex;align-items:center;justify-content:center;gap:6px;margin:calc(4*var(--handback-space)) 12px 0;text-align:center;text-wrap:balance;overflow-wrap:anywhere;font-size:.82em;color:var(--handback-muted)}
.line span{min-width:0}
.alone::before{content:none}
.alone{justify-content:center}
.intro{display:flex;flex-direction:column;align-items:center;gap:14px;text-align:center;overflow-wrap:anywhere}
.rows ::slotted(*){display:block;text-align:center;text-wrap:balance}
.intro p{font-family:var(--handback-title-font,inherit);font-size:1.4em;font-weight:700;line-height:1.3;letter-spacing:-.02em;text-wrap:balance}
`
