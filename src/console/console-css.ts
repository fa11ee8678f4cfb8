/** The console's own styles, on top of the shared parts. Sizes follow the console's width, not the window's. */
export const consoleStyles = `
:host{display:block;height:100%;min-height:0;container-type:inline-size;--handback-radius:14px;--handback-size:14px;--handback-field-radius:10px;--handback-control-radius:999px;--handback-font:ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
:host([hidden]),.columns[hidden]{display:none}
h1,h2,h3,h4,dl,dd{margin:0}
.console{display:flex;flex-direction:column;height:100%;min-height:0;overflow:hidden;background:var(--handback-bg);color:var(--handback-text);font:var(--handback-size)/1.45 var(--handback-font);-webkit-font-smoothing:antialiased}

.header{display:flex;align-items:center;gap:0 14px;flex:none;min-height:52px;padding:0 16px;border-bottom:1px solid var(--handback-line)}
.title{font-size:15px;font-weight:700;letter-spacing:-.01em}
.connection{display:inline-flex;align-items:center;gap:7px;font-size:12px;font-weight:550;color:var(--handback-muted)}
.connection::before{content:"";flex:none;width:8px;height:8px;border-radius:50%;background:var(--handback-edge)}
.connection[data-state=live]::before{background:var(--handback-accent)}
.connection[data-state=polling]::before{background:var(--handback-on-human)}
.connection[data-state=offline]{color:var(--handback-danger)}
.connection[data-state=offline]::before{background:var(--handback-danger)}
.account{display:flex;align-items:center;gap:8px;margin-inline-start:auto;min-width:0}
.account-name{font-weight:600;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}

.button{display:inline-flex;align-items:center;justify-content:center;min-height:32px;padding:0 12px;border-radius:9px;font-size:13px;font-weight:600;white-space:nowrap;background:var(--handback-bg);box-shadow:inset 0 0 0 1px var(--handback-line)}
.button:hover:not(:disabled){background:var(--handback-soft);color:var(--handback-on-soft)}
.button:disabled{color:var(--handback-muted)}
.button.primary,.claim{min-height:32px;padding:0 12px;border-radius:9px;background:var(--handback-accent);color:var(--handback-on-accent);box-shadow:none}
.button.primary:hover:not(:disabled),.claim:hover:not(:disabled){background:var(--handback-accent);color:var(--handback-on-accent);filter:brightness(1.12)}
.button.quiet{background:none;box-shadow:none;color:var(--handback-muted)}
.button.quiet:hover{color:var(--handback-text)}
.icon-button{display:grid;place-items:center;width:32px;height:32px;border-radius:9px;flex:none}
.icon-button:hover{background:var(--handback-soft)}
.button.danger{background:var(--handback-danger);color:var(--handback-bg);box-shadow:none}
.button.danger:hover:not(:disabled){background:var(--handback-danger);color:var(--handback-bg);filter:brightness(1.12)}
.short{flex:1;min-width:0;height:32px;padding:0 10px;font-size:13px;border:1px solid var(--handback-edge);border-radius:9px;background:var(--handback-bg)}
.short:focus-visible{outline-offset:-1px}
.short::placeholder{color:var(--handback-muted);opacity:1}

.alert{display:flex;align-items:center;gap:10px;flex:none;padding:6px 10px;padding-inline-start:16px;border-bottom:1px solid var(--handback-line);border-inline-start:4px solid var(--handback-danger);font-weight:600}
.alert>.icon{color:var(--handback-danger)}
.alert>p{flex:1;min-width:0}

.columns{flex:1;min-height:0;display:grid;grid-template-columns:300px minmax(0,1fr)}
.lists{min-height:0;overflow:hidden auto;padding-bottom:20px;background:var(--handback-sunken);border-inline-end:1px solid var(--handback-line);scrollbar-width:thin;scrollbar-color:var(--handback-line) transparent}
.list-title{position:sticky;top:0;z-index:1;display:flex;align-items:center;gap:8px;padding:14px 16px 6px;background:var(--handback-sunken);font-size:12px;font-weight:650;color:var(--handback-muted)}
.count{font-variant-numeric:tabular-nums;font-weight:600;font-size:11px;line-height:1;padding:3px 6px;border-radius:99px;background:var(--handback-line);color:var(--handback-text)}
.list-empty{padding:2px 16px 6px;font-size:13px;color:var(--handback-muted)}
.list>.button{margin:4px 8px}
.items{list-style:"";padding:0 8px;min-height:1px}
.item{position:relative;display:flex;align-items:center;border-radius:10px}
.item+.item{margin-top:2px}
.item:hover{background:color-mix(in srgb,var(--handback-line) 45%,transparent)}
.item[data-selected]{background:var(--handback-bg);box-shadow:inset 0 0 0 1px var(--handback-line)}
.item[data-selected]::before{content:"";position:absolute;inset-block:9px;inset-inline-start:0;width:3px;border-radius:3px;background:var(--handback-accent)}
.item-open{flex:1;min-width:0;display:flex;flex-direction:column;align-items:stretch;gap:1px;padding:8px;border-radius:10px;text-align:start}
.item-open:focus-visible{outline-offset:-2px}
.item-line{display:flex;align-items:center;gap:6px;min-width:0}
.item-name{font-weight:650;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.item-wait,.item-time{margin-inline-start:auto;flex:none;font-size:12px;font-variant-numeric:tabular-nums;color:var(--handback-muted)}
.item-wait{font-weight:650;color:var(--handback-text)}
.item-wait[data-level=raised]{color:var(--handback-on-human)}
.item-wait[data-level=high]{color:var(--handback-danger)}
.item-tags{display:flex;flex-wrap:wrap;align-items:center;gap:2px 6px;min-width:0;margin-block:1px}
.item-reason{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;min-width:0;font-size:12px;line-height:16px;font-weight:600;color:var(--handback-on-human);overflow:hidden;overflow-wrap:anywhere}
.item-preview{text-align:-webkit-match-parent;font-size:13px;color:var(--handback-muted);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.claim{flex:none;min-height:28px;margin-inline-end:8px;padding:0 10px}
.tag{display:inline-block;max-width:100%;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-size:11px;font-weight:650;line-height:16px;padding:1px 7px;border-radius:6px;background:var(--handback-soft);color:var(--handback-on-soft)}
.tag-urgent{background:var(--handback-danger);color:var(--handback-bg)}
.tag-left{background:var(--handback-line);color:var(--handback-text)}
.tag-ticket{background:var(--handback-human);color:var(--handback-on-human)}
.unread{flex:none;min-width:18px;padding:0 5px;border-radius:99px;font-size:11px;font-weight:700;line-height:18px;text-align:center;background:var(--handback-accent);color:var(--handback-on-accent)}

.place{display:grid;min-height:0;min-width:0}
.workplace{display:grid;grid-template-columns:minmax(0,1fr) 300px;min-height:0;min-width:0;position:relative}
.conversation{display:flex;flex-direction:column;min-height:0;min-width:0;background:var(--handback-sunken)}
.thread-header{background:var(--handback-bg);display:flex;align-items:center;flex-wrap:wrap;gap:8px 12px;flex:none;padding:10px 16px;border-bottom:1px solid var(--handback-line)}
.thread-title{flex:1 1 150px;min-width:0}
.thread-title h2{font-size:15px;font-weight:700;line-height:1.3;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.thread-title h2:focus{outline:0}
.state{font-size:12.5px;color:var(--handback-muted)}
.state[data-phase=queued]{color:var(--handback-on-human);font-weight:600}
.actions{display:flex;flex-wrap:wrap;gap:6px}
.back,.back-text,.context-toggle{display:none}
.back .icon:dir(rtl){transform:scaleX(-1)}
.thread .rows{padding-inline:max(20px,50% - 460px)}
.own .bubble{--handback-soft:color-mix(in srgb,var(--handback-on-own) 16%,var(--handback-own));--handback-on-soft:var(--handback-on-own)}
.own .host{opacity:1}
.stack{max-width:min(84%,620px)}
p.typing{flex:none;min-height:20px;padding:1px max(22px,50% - 458px);font-size:12px;line-height:18px;font-weight:550;color:var(--handback-muted)}
.reply{flex:none;padding:10px max(16px,50% - 464px) 14px}
.hint{display:flex;align-items:flex-start;gap:6px;flex-wrap:wrap;padding:0 4px 7px;font-size:12.5px;color:var(--handback-muted)}
.hint .icon{margin-top:2px}
.hint strong{color:var(--handback-text)}
.composer{border-radius:14px}
.composer textarea{font-size:14px;line-height:22px}
.composer .button{align-self:center}
.composer .tool:disabled{opacity:.4}
.send{border-radius:10px}
.banner{display:flex;align-items:center;gap:8px;flex:none;padding:6px 16px;font-size:12.5px;font-weight:600;background:var(--handback-soft);color:var(--handback-on-soft)}
.assist{display:grid;justify-items:start;gap:6px;margin-bottom:6px}
.assist:empty{display:none}
.assist .button{min-height:28px;padding:0 10px}
.ask-open{gap:6px;margin-inline-start:-6px}
.working{padding-bottom:0}
.drafts{display:grid;gap:6px;width:100%;max-height:168px;overflow:hidden auto;padding:0;list-style:"";scrollbar-width:thin;scrollbar-color:var(--handback-line) transparent}
.draft{display:flex;align-items:flex-start;gap:8px;padding:6px 6px 6px 10px;padding-inline:10px 6px;border-radius:10px;background:var(--handback-soft);color:var(--handback-on-soft)}
.draft>.icon{margin-top:6px}
.draft p{flex:1;margin:0;min-width:0;padding-block:4px;font-size:13px;line-height:1.4;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;overflow:hidden;overflow-wrap:anywhere;white-space:pre-wrap}
.draft .button{color:var(--handback-text)}
.draft .icon-button{width:28px;height:28px;color:inherit}
.draft .icon-button:hover{background:color-mix(in srgb,currentColor 12%,transparent)}
.drafts:has(.action){max-height:min(46vh,360px)}
.action-text{flex:1;display:grid;gap:6px;min-width:0;padding-block:4px;padding-inline-end:4px;overflow-wrap:anywhere}
.draft .action-text p{display:block;padding:0;overflow:visible}
.draft small{color:inherit}
.action .values>:first-child{display:flex;gap:8px}
.action-buttons{display:flex;flex-wrap:wrap;gap:8px;margin-top:2px}
.draft .button.primary:not(:disabled){color:var(--handback-on-accent)}
.values{display:grid;gap:6px;font-size:12.5px}
.values dt{font-weight:600}
.values dd,.values pre{min-width:0;overflow-wrap:anywhere}
.values pre{margin-top:2px;font:12px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--handback-bg);color:var(--handback-text)}
.call{margin-block-start:calc(3*var(--handback-space));margin-inline-start:36px;max-width:min(84%,620px);font-size:12px;color:var(--handback-muted)}
.call summary{min-height:24px;line-height:24px;border-radius:6px;cursor:pointer;overflow-wrap:anywhere}
.call summary:hover{color:var(--handback-text)}
.call .values{padding-block:4px;padding-inline:14px 0}
.reference{font-weight:600;color:var(--handback-text);user-select:all}
.ask{display:flex;align-items:center;gap:6px;width:100%}
.ask .button{min-height:32px}
.remove-question{display:flex;flex-wrap:wrap;align-items:center;gap:8px;flex:none;padding:10px 16px;border-top:1px solid var(--handback-line);background:var(--handback-bg)}
.remove-question p{flex:1 1 240px;font-size:13px;font-weight:600}
.tags{display:flex;flex-wrap:wrap;gap:6px;margin-block:2px 8px;padding:0;list-style:""}
.tags .tag{display:inline-flex;align-items:center;gap:2px;font-size:12px;line-height:24px;padding:0 8px}
.tags .tag:has(button){padding-inline-end:0}
.tags bdi{overflow:hidden;text-overflow:ellipsis}
.tags button{display:grid;place-items:center;flex:none;width:24px;height:24px}
.tag-form{display:flex;align-items:center;gap:4px}
.reply[data-locked] .composer{background:none;border-style:dashed;border-color:var(--handback-line)}
.note-form{background:var(--handback-note)}
.note-form .hint{color:var(--handback-text)}

.context{min-height:0;overflow:hidden auto;padding:12px 16px 24px;border-inline-start:1px solid var(--handback-line);background:var(--handback-bg);overflow-wrap:anywhere;scrollbar-width:thin;scrollbar-color:var(--handback-line) transparent}
.context-title{font-size:12px;font-weight:650;color:var(--handback-muted)}
.context-section{padding-block:10px}
.context-section+.context-section{border-top:1px solid var(--handback-line)}
.context-section h4{margin-bottom:3px;font-size:12px;font-weight:600;color:var(--handback-muted)}
.context-empty{font-size:13px;color:var(--handback-muted)}
.context-title+.context-empty{padding-block:8px}
.reason{font-weight:650;color:var(--handback-on-human)}
.summary{white-space:pre-wrap}
.fields{display:grid;gap:5px}
.fields>div{display:grid;grid-template-columns:100px minmax(0,1fr);gap:8px}
.fields dt{font-size:13px;color:var(--handback-muted)}
.fields dt::first-letter{text-transform:uppercase}
.fields dd{font-size:13px;font-weight:550}
.articles{padding:0;list-style:"";display:grid;gap:4px;font-size:13px}
.articles a{color:var(--handback-accent);font-weight:600;text-underline-offset:2px}
.confidence{display:flex;align-items:center;gap:10px;font-weight:600;font-variant-numeric:tabular-nums}
.bar{flex:1;max-width:140px;height:6px;border-radius:99px;fill:var(--handback-accent)}
.bar[data-level=middle]{fill:var(--handback-on-human)}
.bar[data-level=low]{fill:var(--handback-danger)}
.bar-rest{fill:var(--handback-line)}
.rating{font-weight:650}
.quote{color:var(--handback-muted)}
.quote::before{content:"“"}
.quote::after{content:"”"}
.notes{padding:0;list-style:"";display:grid;gap:8px}
.notes li{padding:8px 10px;border-radius:10px;background:var(--handback-note);font-size:13px}
.notes p:first-child{white-space:pre-wrap}
.note-by{margin-top:3px;font-size:12px;color:var(--handback-muted)}

.nothing{display:grid;align-content:center;justify-items:center;gap:6px;height:100%;padding:32px;text-align:center;color:var(--handback-muted);background:var(--handback-sunken)}
.nothing>p{max-width:44ch;text-wrap:balance}
.nothing>.icon{margin-bottom:6px;color:var(--handback-edge)}
.console>.place{flex:1}
.nothing>.button{min-height:36px;margin-top:10px}
.nothing-title{font-size:15px;font-weight:650;color:var(--handback-text)}

@container (max-width:1099px){
.workplace{grid-template-columns:minmax(0,1fr)}
.workplace[data-context]{grid-template-columns:minmax(0,1fr) 280px}
.workplace:not([data-context]) .context{display:none}
.context-toggle{display:inline-flex}
.context-toggle[aria-expanded=true]{background:var(--handback-soft);color:var(--handback-on-soft)}
}
@container (max-width:959px){
.workplace[data-context]{grid-template:auto minmax(0,1fr)/minmax(0,1fr)}
[data-context] .conversation>:not(.thread-header){display:none}
.context{border:0}
}
@container (max-width:759px){
.columns{grid-template-columns:minmax(0,1fr)}
[data-view=thread] .lists,[data-view=lists] .nothing{display:none}
[data-view=lists] .place{position:absolute}
.lists{border:0}
.back{display:grid;margin-inline-start:-8px}
.back-text{display:inline-flex}
.account-name{display:none}
.thread-header{padding:8px 12px}
.actions{display:grid;grid-auto-flow:column;grid-auto-columns:1fr;width:100%}
.actions .button{padding:4px 8px;min-height:36px;line-height:1.25;white-space:normal;overflow-wrap:anywhere}
.thread .rows{padding-inline:12px}
.reply{padding:8px 10px 10px}
.composer textarea{font-size:16px;line-height:24px}
.short{height:40px;font-size:16px}
.assist .button,.remove-question .button,.list>.button{min-height:36px}
.item-open{padding-block:10px}
.claim{min-height:36px;padding:0 14px}
}
@container (max-width:559px){
.actions:has(>:nth-child(4)){grid-auto-flow:row;grid-template-columns:repeat(3,1fr)}
.actions:has(>:nth-child(4):last-child){grid-template-columns:1fr 1fr}
}
@container (max-width:479px){
.header{display:grid;grid-template-columns:minmax(min-content,1fr) auto;align-content:center;padding:0 12px}
.account{grid-area:1/2/3/3;flex-wrap:wrap;justify-content:flex-end}
}
@media (forced-colors:active){
.button,.claim{border:1px solid}
.item[data-selected]{outline:2px solid Highlight;outline-offset:-2px}
.item[data-selected]::before{content:none}
.tag,.count,.unread{border:1px solid}
.connection::before{forced-color-adjust:none;background:CanvasText!important}
.nothing>.icon{color:inherit}
}
`
