/** Lower-case, without accents and apostrophes, separated by `;`. */
const thanks = `
thanks; thank you; thankyou; thank u; thx; thnx; thanx; tnx; tks; ty; tysm; tyvm; cheers; much appreciated; appreciated; appreciate it; i
appreciate it; i appreciate i appreciate that; many thanks; much obliged; ta; ok; okay; okey; okie; kk; k; oki; alright; all right; great;
perfect; super; cool; nice; awesome; excellent; wonderful; fantastic; brilliant; lovely; good; very good; fine; amazing; sweet; neat; sounds good;
sounds great; good to know; got it; understood; i see; i understand; makes sense; that makes sense; noted; will do; that works; it works; it works
now; that worked; it worked; works now; that helped; that helps; that helped a lot; that was helpful; very helpful; you were helpful; you have
been helpful; youve been very helpful; you have been very helpful; problem solved; solved; resolved; fixed; its fixed; its working now; it is
working now; issue resolved; god bless; bless you; you are the best; youre the best; well done; good job; great job; great help; great service;
youre welcome; you are welcome; sure thing; no problem; no worries; fair enough; good stuff; happy with that; danke; danke schon; dankeschon;
vielen dank; besten dank; herzlichen dank; tausend dank; danke sehr; danke dir; danke ihnen; ich danke ihnen; super danke; alles klar; prima;
klasse; verstanden; in ordnung; passt; gut; sehr gut; wunderbar; toll; hat geklappt; hat funktioniert; das hat geholfen; funktioniert jetzt; gern
geschehen; einverstanden; merci; merci beaucoup; mille mercis; merci bien; grand merci; je vous remercie; je te remercie; parfait; tres bien; d
accord; daccord; super merci; genial; c est note; compris; c est compris; entendu; ca marche; impeccable; bien recu; c est parfait; c est bon
merci; formidable; bien; bien merci; gracias; muchas gracias; mil gracias; muchisimas gracias; se lo agradezco; te lo agradezco; vale; de acuerdo;
perfecto; genial gracias; muy bien; excelente; entendido; estupendo; muy amable; listo; ya funciona; ya quedo; buenisimo; bueno; esta bien; que
amable; con gusto; obrigado; obrigada; muito obrigado; muito obrigada; brigado; valeu; perfeito; entendi; otimo; muito bom; beleza; certo; ta bom;
esta bem; agradeco; agradecido; agradecida; de acordo; funcionou; fixe; tudo certo; grazie; grazie mille; molte grazie; mille grazie; tante
grazie; ti ringrazio; la ringrazio; vi ringrazio; perfetto; va bene; ottimo; capito; ho capito; d accordo; benissimo; molto bene; benone;
gentilissimo; gentilissima; bene; funziona ora; chiaro; bedankt; dank je; dank je wel; dankjewel; dank u; dank u wel; dankuwel; hartelijk dank;
heel erg bedankt; hartelijk bedankt; prima bedankt; oke; begrepen; top; geweldig; helder; duidelijk; komt goed; fijn; mooi; uitstekend; het werkt;
in orde; goed; heel goed; i appreciate your help; pleased
`

const declined = `
no; nope; nah; naw; noo; nothing; none; nothing else; nothing more; nothing further; no more; no more questions; no further questions; no other
questions; no questions; no nothing else; not really; not now; not right now; not at the moment; not today; not at this time; not for now; not at
present; no not really; no need; nothing at the moment; nothing for now; nothing right now; nothing today; nothing other than that; nothing at
all; not that i can think of; not that i know of; thats all; that is all; thats it; that is it; thats everything; that is everything; thatll be
all; that will be all; that would be all; that was all; that was it; that was everything; thatd be all; this is all; all done; im done; i am done;
were done; all good; all set; im all set; i am all set; im good; i am good; im fine; i am fine; im ok; im okay; were good; we are good; its all
good; its ok; its okay; its fine; everything is fine; everythings fine; everything is good; all clear; i have everything i need; i have all i
need; i have what i need; i got what i needed; i got everything i needed; i dont need anything; i dont need anything else; i dont need anything
more; i do not need anything else; dont need anything; dont need anything else; i need nothing else; i need nothing more; no i dont; i have no
more questions; i have no further questions; i have no other questions; that answers my question; that answered my question; that covers it; that
covers everything; thats me done; thats all i needed; that is all i needed; thats all i need; that is all i need; thats all i wanted; thats all i
wanted to know; that was all i needed; that was all i wanted to know; you answered my question; you answered all my questions; you answered
everything; you may close this; you can close this; you can close the chat; you can end the chat; youve answered my question; no other issues; no
other problems; bye; byebye; bye bye; goodbye; good bye; good night; goodnight; see you; see ya; see you later; later; cya; have a good day; have
a nice day; have a great day; have a good evening; have a nice evening; have a nice weekend; have a good weekend; have a great weekend; have a
lovely day; take care; so long; farewell; ciao; talk later; talk to you later; ttyl; gotta go; over and out; nein; ne; nee; noe; nichts; nichts
mehr; nichts weiter; sonst nichts; sonst nichts mehr; gar nichts; das wars; das war es; das war alles; das ist alles; das ware alles; das wars
schon; mehr brauche ich nicht; ich brauche nichts mehr; ich brauche sonst nichts; keine weiteren fragen; keine fragen mehr; ich habe keine
weiteren fragen; ich habe keine fragen mehr; im moment nicht; gerade nicht; momentan nicht; aktuell nicht; nicht mehr; nicht notig; alles gut;
alles bestens; alles erledigt; bin fertig; wir sind fertig; hat sich erledigt; tschuss; tschus; tschau; auf wiedersehen; wiedersehen; bis dann;
bis bald; schonen tag; schonen tag noch; einen schonen tag; einen schonen tag noch; ich wunsche ihnen einen schonen tag; schonen abend; schonen
abend noch; schones wochenende; gute nacht; mach s gut; machs gut; servus; non; non c est tout; non rien; rien; rien d autre; rien de plus; plus
rien; c est tout; ce sera tout; c etait tout; c est bon; c est tout bon; tout est bon; tout va bien; pas pour le moment; pas pour l instant; pas
maintenant; pas besoin; je n ai plus besoin de rien; je n ai besoin de rien; je n ai besoin de rien d autre; je n ai pas d autre question; je n ai
pas d autres questions; pas d autre question; pas d autres questions; aucune autre question; plus de questions; sans facon; au revoir; bonne
journee; bonne soiree; bonne nuit; bon week end; bon weekend; a bientot; a plus; adieu; excellente journee; bonne fin de journee; ca ira; non ca
ira; ca sera tout; nada; nada mas; no nada; no nada mas; eso es todo; eso seria todo; eso era todo; es todo; seria todo; con eso es todo; ya esta;
ya esta todo; todo bien; todo claro; esta todo bien; por ahora no; por ahora nada; por ahora nada mas; por el momento no; de momento no; ahora no;
ninguna; ninguna otra; ninguna pregunta mas; ninguna mas; no necesito nada mas; no necesito nada; no tengo mas preguntas; no hace falta; no por
ahora; no de momento; no por el momento; adios; hasta luego; hasta pronto; chao; chau; buen dia; que tenga buen dia; que tengas buen dia; que
tenga un buen dia; que tengas un buen dia; feliz dia; buenas noches; nos vemos; hasta la proxima; nao; nao nada; nada nao; nada mais; nao nada
mais; so isso; e so isso; era so isso; e tudo; isso e tudo; e so; por enquanto nao; por enquanto nada; por agora nao; agora nao; de momento nao;
tudo bem; esta tudo; tudo resolvido; nao preciso de mais nada; nao preciso mais nada; nao preciso de nada; nao tenho mais perguntas; nao tenho
mais duvidas; sem mais duvidas; tchau; adeus; ate logo; ate mais; ate breve; ate a proxima; bom dia para voce; tenha um bom dia; tenha um otimo
dia; boa noite; bom fim de semana; niente; niente altro; nient altro; nientaltro; no niente; e tutto; questo e tutto; basta cosi; va bene cosi;
tutto qui; tutto a posto; tutto ok; tutto bene; tutto chiaro; sono a posto; siamo a posto; per ora no; per ora niente; per adesso no; per il
momento no; al momento no; non ora; non adesso; non mi serve altro; non ho bisogno di altro; non ho altre domande; nessun altra domanda; nessuna
altra domanda; nessuna domanda; sto bene cosi; non serve; arrivederci; buona giornata; buona serata; buonanotte; buona notte; buon weekend; buon
fine settimana; a presto; alla prossima; saluti; nee hoor; nee niets; niets; niks; nee niks; niets meer; niets anders; verder niets; verder niks;
dat was alles; dat is alles; dat was het; dat is het; dat wast; meer niet; meer hoeft niet; nu niet; op dit moment niet; momenteel niet; niet nu;
niet meer; niet nodig; hoeft niet; alles goed; alles duidelijk; alles is duidelijk; geen vragen meer; ik heb geen vragen meer; geen verdere
vragen; ik heb niets meer nodig; ik heb verder niets nodig; ik heb verder geen vragen; doei; dag; tot ziens; doeg; fijne dag; fijne dag nog; een
fijne dag; prettige dag; fijne avond; prettige avond; goedenavond; fijn weekend; tot later; groetjes; welterusten; have a good one; a posto cosi
`

/** Looks like courtesy, and is none. */
const neither = `
no good; no help; not good; no luck; nothing works; nothing worked; nothing happened; nothing helps; nothing helped; nothing solved; no thanks to
you; no success; no it doesnt; no bot
`

/** Says nothing by itself, and nothing more beside one of the others. */
const beside = `
so very much; a lot; a million; a bunch; a ton; for the help; for your help; for all your help; for all the help; for helping; for helping me; for
your assistance; for your time; for your support; for everything; for that; for this; for now; for today; for the info; for the information; for
your patience; for the quick response; for the quick reply; for the fast response; for your quick response; for your response; for your reply; for
your answer; for letting me know; for asking; for the support; for your service; for the assistance; for the answer; for clarifying; for checking;
for the clarification; for the explanation; again; you too; to you too; and you; you as well; same to you; and; all; everyone; guys; team; sir;
madam; mate; buddy; man; dear; friend; there; then; now; so; very; really; indeed; just; oh; ah; aha; haha; lol; hey; hi; hello; well; yes; yeah;
yep; yup; ya; ja; oui; si; sim; ye; today; please; bot; i think; i think so; i guess; at all; anymore; else; thank goodness; sorry; for me; from
me; from my side; on my end; i will try that; ill try that; ill try; let me try that; it was; you; i am; im; happy; really helpful; super helpful;
too; sehr; dir auch; ihnen auch; ihnen; auch; noch; fur die hilfe; fur ihre hilfe; fur deine hilfe; fur die schnelle hilfe; fur die schnelle
antwort; fur ihre zeit; fur alles; fur die info; fur die auskunft; schon; mal; erstmal; und; dann; fur heute; von mir; mir; jetzt; gleichfalls;
ebenfalls; liebe grusse; viele grusse; mit freundlichen grussen; lg; pour votre aide; pour ton aide; pour tout; pour votre temps; pour l aide;
pour l info; pour votre reponse; beaucoup; et; a vous; a vous aussi; a toi aussi; vous aussi; aussi; monsieur; madame; cordialement; pour moi;
pour l instant; encore; por la ayuda; por su ayuda; por tu ayuda; por todo; por la informacion; por su tiempo; por responder; y; igualmente; a
usted; a ti; muy; senor; senorita; saludos; mas; por ahora; por hoy; pela ajuda; por tudo; pela informacao; pela sua ajuda; pelo apoio; e; para
voce tambem; mesmo; por hoje; por agora; por enquanto; viu; tambem; muito; abracos; per l aiuto; per tutto; per il tuo aiuto; per il suo aiuto;
per la risposta; per l assistenza; altrettanto; anche a lei; anche a te; a lei; a te; molto; davvero; per ora; per oggi; anche; gentile; voor de
hulp; voor je hulp; voor uw hulp; voor alles; voor de info; voor de informatie; voor het antwoord; voor uw tijd; en; jij ook; u ook; jullie ook;
hoor; weer; alvast; heel; erg; insgelijks; groeten; met vriendelijke groet; ook; voor nu; verder; so much; very much
`

const list = (text: string, kind: string): [string, string][] =>
  text
    .split(';')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '')
    .map((phrase) => [phrase, kind])

/** What each phrase says; `''` for what only stands beside one that says something. */
export const courtesyPhrases: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ...list(beside, ''),
  ...list(thanks, 'thanks'),
  ...list(declined, 'declined'),
  ...list(neither, 'neither'),
])
