/** The panel's rows: a header that keeps its height whatever its words, and a stage on which pages take the place of the thread. */
export const frameStyles = `
header{position:relative;padding-block:calc(3*var(--handback-space))}
.who-now{display:flex;flex-direction:column;justify-content:center;min-height:3.8em}
.state,.detail{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.stage{position:relative;isolation:isolate;display:flex;flex:1;min-height:0}
.main{display:flex;flex:1;flex-direction:column;min-width:0;min-height:0}
@container (max-height:420px){
header,footer{padding-block:6px}
.composer textarea{max-height:84px}
header .avatar{display:none}
.help{margin-bottom:6px}
.who-now{min-height:2.8em}
}
`
