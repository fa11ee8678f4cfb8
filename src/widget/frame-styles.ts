/** The panel's rows: a header that keeps its height whatever its words, and a stage on which pages take the place of the thread. */
export const frameStyles = `
header{position:relative;padding-block:calc(2.5*var(--handback-space))}
.who-now{display:flex;flex-direction:column;justify-content:center;min-height:3.65em}
.who-now:has(.detail) :is(strong,slot[name=header]){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.state,.detail{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.who-now:has(.detail) .state{-webkit-line-clamp:1;color:var(--handback-on-header);font-size:1.1em;font-weight:650}
.detail,.detail span~span{color:var(--handback-header-muted);font-weight:400}
.detail span{display:inline}
.stage{position:relative;isolation:isolate;display:flex;flex:1;min-height:0}
.main{display:flex;flex:1;flex-direction:column;min-width:0;min-height:0}
.help .wanted{background:var(--handback-accent);border-color:var(--handback-accent);color:var(--handback-on-accent)}
@media (max-height:420px){
header{padding-block:6px}
.who-now{min-height:2.8em}
.who-now:has(.detail) .detail{-webkit-line-clamp:1}
.help .waiting,.panel:has(.sheet)>header{display:none}
}
`
