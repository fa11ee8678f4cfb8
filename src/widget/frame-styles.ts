/** The count on the launcher, and the panel's rows: a header that keeps its height whatever its words, and a stage on which pages take the place of the thread. */
export const frameStyles = `
.unread{position:absolute;inset-block-start:-5px;inset-inline-end:-5px;min-width:22px;height:22px;padding:0 6px;border-radius:22px;background:var(--handback-unread);color:var(--handback-on-unread);font-size:12.5px;font-weight:700;line-height:22px;text-align:center;box-shadow:0 0 0 2px var(--handback-bg);box-sizing:border-box}
@media (forced-colors:active){.unread{border:1px solid}}
header{position:relative;padding-block:calc(3*var(--handback-space))}
.who-now{display:flex;flex-direction:column;justify-content:center;min-height:3.65em}
.state,.detail{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.stage{position:relative;isolation:isolate;display:flex;flex:1;min-height:0}
.main{display:flex;flex:1;flex-direction:column;min-width:0;min-height:0}
@container (max-height:420px){
header,footer{padding-block:6px}
.composer textarea{max-height:84px}
header .avatar{display:none}
.help{margin-bottom:6px}
.who-now{min-height:2.8em}
.panel:has(.sheet)>header{display:none}
}
`
