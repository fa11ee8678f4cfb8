/** What the panel holds: a status of two lines at most, a stage on which pages take the place of the thread, and less of all in a low window. */
export const frameStyles = `
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
