/** More of how people speak of ending their lives, plainly and by hints, in seven languages; how phrases are written: ../phrases.ts. */
export const ending = `
    around|here|alive to use|spend|enjoy|see it|them|this|that; i|just|simply stop|stopped existing|being|living; have it in me to
    wake|live|go|carry|keep|face|see|get; dying painful|hurt|hurts|slow; painful|hurt ~4 . dying|death; written|wrote ~1 letters|notes ~1 to|for
    everyone|all|kids|my; ecrit ~1 lettres a tout|tous|mes|ma; be gone|dead by the? time; dont|cant|not see ~1 future for|anymore|with; its|it|is my
    time to go; want out ~2 . ~2 living|life; painful ~4 dying|die; ill|id|i be dead !if|in|to|meat|wrong|last|on|broke|tired|serious|honest;
    weeks|days|months|ages before anyone|anybody|somebody|someone|they|people ~2 find*|found|knock*|notice*|look*|realis*|realiz*; dont|not mean
    travel*|holiday*|vacation|abroad|moving; everyone|everybody|everyones|world|family|they|theyd|kids|mum|mom|husband|wife ~3
    better|fine|happier|easier ~2 without|wo me; better|happier|easier|fine if i wasnt|werent|never|didnt|disappear*|vanish*|died|went;
    favour|favor|service if i|by disappear*|dying|vanish*|died|went; hope|wish ~2 bus|truck|car|train|lorry|cancer|surgery|crash|illness ~3
    hit|hits|kill|killed|kills|takes|took me; nothing left for me !to; stopped|stopping|stop|skipping|refuse|refusing ~3
    insulin|meds|medication|eating|drinking|dialysis ~3 on purpose|deliberate*; only thing ~2 helps ~2 razor|blade|cutting|bleeding|knife; had
    enough of ~1 being|living|life|existing; texted|said|wrote|posted|sent ~4 goodbye ~8 phone|off|answer*|reach*|worried|scared; looking at the
    drop|ledge|tracks|noose|pills; cuts|scars|burns|slashes all? over? ~1 her|his|my|their ~1 arm|arms|wrist*|thigh*|legs; plan and a date|day|time;
    date and a plan; of me being|existing here|alive|around; in me being here|alive; like|about|of|consider* ending things|it|everything|myself
    !with|early|here|the|contract|on|my|our; i dont|wont|cant|cannot|doubt ~1 think|see|believe ~1 i|myself|ill|id ~4
    make|making|survive|see|live|surviving|making ~1 to|past|through|another|until
    christmas|morning|another|tomorrow|night|birthday|spring|new|week|summer; cant|wont|not|dont survive another|this|the|tonight !winter|update;
    find|finds|found|discover* my body; dont|not|doesnt|no care|matter|matters if|whether i live|die|wake|survive; do|doing|done something
    stupid|terrible|drastic|bad|silly|reckless ~2 to|tonight|myself|him|her|my|if; do|doing|did harm to myself; harm to myself; hurt
    me|myself|myselves ~2 tonight|again|badly; gonna|going|want|wanna|need to? end me|myself|things|everything !with|here|early; turn|switch|shut
    myself off; lights out for me|good; check|checking out|myself of? life|permanent*|forever; leave|leaving|left this
    world|earth|life|planet|existence|everyone; out of this life|world|misery|existence; put me out of; cross over|to? ~1 to? ~1 other side; not
    going to be alive; dont|wont|not ~1 be breathing; my own death|funeral ~3 plan*|soon|arrang*|week|weekend; plan*|arrang*|booking my own? ~1
    funeral|death; i|me|myself|just die|rot alone|already|tonight; id|i would|rather die|dead than|then !lose|use|call; days|hours|weeks|time ~2
    left on this? earth|me; my last|final hours|breath|supper|meal|christmas|week|sunrise; this is|be|will my|the last time|thing|message ~2
    hear|write|do|anyone|ever; end|ends|ending|stops|stopping|over ~1 for good|ever|me ~2 tonight|soon|today; tonight ~4 end|over|last ~1
    me|night|forever; quit|quitting|leave life|living|this world; permanent sleep|solution|way; jump|jumping ~5
    nobody|noone|care|live|die|bridge|roof; slit|cutting|opened|open up|my veins|wrists; bled|bleeding on purpose; carv* ~2 my|into
    arm|skin|leg|thigh; punish* myself|himself|herself ~3 eat|food|cut|pain|hitting; havent|not|stopped|dont eaten|eat|eating ~3 days|weeks|purpose;
    purging|purge|laxatives after|again|every|to; voices ~3 do|hurt|kill|jump|cut|end; cant|dont ~2 want to|2 b|be here|alive|anymore|around;
    dnt|dont wanna|want be|live|wake|exist|b; wanna|wana|want|gonna|goin die|dissapear|disappear|kms|unalive; thinking|thought|thoughts|think
    of|about the bridge|jumping|pills|train|dying|death|ending|overdos*|roof|razor; suicidial|suicidle|suicdal|sewerslide|unaliv*|selfdelete;
    mag|mog|mochte|will|kann einfach? nicht|nimmer|nix mehr ~2
    leben|da|hier|aufwachen|sein|weiter|existieren|konto|!warten|zahlen|auf|zugreifen|einloggen; ich mag einfach? nicht|nimmer mehr
    !warten|zahlen|telefonieren|diskutieren|bestellen; solange|so ich ~1 noch kann|da bin|lebe; nicht|nimmer mehr ~2 erleben !dass|mochte;
    erlebe|uberlebe ~5 nicht|nimmer; sich|mir ~3 antut|antun|antue|antate|anzutun; will|mochte|wunsche|soll|hoffe ~3 dass ~2 es|alles|das
    aufhort|vorbei|endet; allen|euch|jedem|alle ~3 last|burde; vorbei|aus|schluss mit mir|meinem|uns; wozu|warum|wofur ~2 noch ~1
    leben|lebe|weiterleben|aufstehen|atmen|weitermachen; schnitte|schnittwunden|narben|ritzwunden ~4 arm|armen|handgelenk*|beine|beinen|unterarm*;
    wars|war s|es das|war fur|mit mich|mir; dann|bis ich ~3 tot|weg|gestorben|hinuber; bin|ware ich ~3 tot|nicht mehr|unter der; nicht
    mehr|nie|nimmer aufzuwachen|aufwachen|aufwache|aufwach; zu|folge|folgen|bei|wieder meinem|meiner|ihm|ihr ~2 verstorbene*|toten|seligen|nach|in
    den|ins|folgen|sonntag tod|grab|himmel|jenseits; werde|will|mochte ich? ~1 ihm|ihr folgen|nachfolgen|nachgehen !auf|instagram; am|im|bis
    sonntag|montag|wochenende ~3 ihm|ihr folgen; mich|es nicht gabe|gibt|geben|gegeben; ohne mich ~5 dran|besser|leichter|glucklicher; tut|tue|ist
    sterben weh|schmerzhaft; stirbt|sterbe|sterben man|ich ~5 schmerz*|schnell; will|mag|mochte ~2 zur|in ruhe|frieden|ewig* ruhe|schlafen|frieden;
    fur immer|ewig ruhe|schlafen|einschlafen|weg|schluss; mich|mein gibt|leben ~2 bald|morgen nicht mehr; keinen|kein|nicht ~2 morgen|zukunft mehr
    fur mich; mein letzter|letztes|letzte wunsch|weihnachten|abend|gruss|worte; ein|allem ende|schlussstrich machen|bereiten|setzen|ziehen
    !vertrag|abo|abonnement; gehe|geh|springe|spring ins wasser|runter|hinunter; ausschalten|abschalten ~2 fur immer|mich; mich
    ausloschen|auslosche|auflosen|verschwinden|weghauen|wegmachen|aufzuhangen|aufhangen|vergraben; mit dem leben|leben ~2
    fertig|durch|abgeschlossen; lebensmude|suizidal|selbstmord*|suizid*; alle|die tabletten|pillen ~4 vor|liegen|bereit|hand|auf einmal;
    absichtlich|extra ~3 insulin|tabletten|medikamente|nichts; insulin|medikamente|tabletten ~2 absichtlich|extra; will|wollte|mochte|wurde nur|nur?
    ~2 noch sterben|weg|schlafen|tot; mich ~2 loswerden|los ~1 waren; wenn|sobald ich ~2 weg|nicht mehr|tot bin|da|lebe;
    veux|voudrais|souhaite|envie ~2 plus ~1 etre|exister|la|ici|monde !abonne*|client*|abonnement; serai|suis ~1 plus la|ici|de|vivant|vivante
    !pour|le|du|de ~2 mois|semaine|demain|noel|nous|vous|lundi; serai|serais|suis|etre deja? mort|morte !de|rire|fatigue|faim; auquel|d|d ici la|ce
    je|j ~2 mort|morte|plus; saute|sauter|franchir|franchi le|ce pas ~3 !acheter|acheter|abonner; rejoindre|rejoins|retrouver|rejoindrai ~3
    defunt|defunte|decede|decedee|ciel|feu|mort|morte|paradis|la haut|avant; partir|aller|m rejoindre|retrouver|doucement|calmement|dignement;
    pris|prendre ~1 decision|resolution ~2 partir|mourir|disparaitre|arreter|rejoindre; comprimes|cachets|medicaments|somniferes ~3
    devant|main|prets|table|tous; me coupe|scarifie|taillade|brule de nouveau|encore|peau; m|me ~1 ouvrir|taillader|entailler les? ~1
    veines|poignets; coupures|cicatrices|entailles ~4 bras|poignets|jambes; se|me fait|fais|fasse du mal ~3 !dos|genou|en|au;
    insuline|traitement|medicaments|manger ~3 expres|volontairement|deliberement; verrai|vivrai|passerai|tiendrai ~2 pas|jamais|plus ~2
    fin|noel|demain|printemps|jusqu|nuit|annee; verrai|vivrai|passerai|tiendrai pas ~2 noel|demain|printemps|nuit|annee|hiver; merci pour tout
    adieu; adieu ~1 pour toujours|tous|tout|et|a|les|mes|ma; je suis|reste|regarde ~2 sur|du|le|au ~3 pont|toit|rebord|parapet|vide; a quoi bon|sert
    vivre|continuer|exister|me|se; quoi bon un|la|une|vivre|continuer ~3 vivre|puisque|si|mort|saute|j|plus|serai; m|me ~1
    foutre|balancer|jeter|tirer ~3 air|balle|pont|train|fenetre|eau|vide; tirer|tire|mettre une balle; eteindre|disparaitre|dormir|reposer|repos
    pour|a ~1 toujours|jamais|bon|eternel; repos eternel; m eteindre; envie ~1 d|de en|me ~3 finir|vivre|pendre|tuer|foutre; plus|aucune
    raison|envie|gout|courage ~2 de|d ~2 vivre|continuer|lever|exister|etre; plus le|la|aucun courage|force|gout ~2 vivre|continuer|lever|rien;
    monde|vous|famille|enfants|tous ~4 mieux|soulage* ~4 sans|si ~1 moi|j|je; fasse|fais pas de peine|mal ~2 partir|mourir|pars; quitter|quitte
    ce|cette|le monde|vie|terre; passer a l acte|autre; l acte; mourir|meurt ~2 mal|douloureux|souffr*|vite; a ~1 fait mal ~1 de? mourir;
    quand|apres|une|des je|j|fois|que ~2 mort|morte|mourrai|partie !au|en|livr*; mon|mes dernieres|derniers volontes|adieux|mots; me laisse|laisser
    mourir|partir|crever|couler; je|j creve|crever|mourir|meurs|mourrai seul|seule|ici|ce|demain; mes obseques|funerailles; mon
    enterrement|suicide|cadavre|corps ~3 trouv*; trouv* ~2 mon corps|cadavre; plus envie de rien; plus ~1 rien a perdre|attendre; me fais vomir|mal;
    quiero|quisiera|deseo|pienso|voy|decidido|prefiero ~3 descansar|irme|desaparecer|dormirme|dormir|apagarme ~2
    vez|siempre|mapa|ya|tranquil*|paz|todos; descanse|descansar|apagarme|irme de una? vez|siempre|todo|paz; mejor para todos ~3 que|yo|si ~2
    descans*|vay*|desapar*|muer*|no; pastillas|pildoras|somniferos ~3 delante|mano|mesa|listas|enfrente; para que ~1
    seguir|vivir|viviendo|levantarme|sigo|despertar !pagando|con|suscrit*; que todo|esto|se ~1 pare|acabe|termine|acabara; estare|estaria|estoy|este
    ~1 muerto|muerta !de|risa|hambre|cansancio; irme|reunirme|estar|encontrarme|ir|reunir ~1 con ~1 mi|mis|el|ella ~3
    murio|cielo|difunt*|fallec*|muert*|viud*|arriba; insulina|medicacion|pastillas|comer ~2 a proposito|adrede|aposta; dejado|dejo|deje ~3
    insulina|medicacion|comer ~2 proposito|adrede|morir*; cortes|cicatrices|marcas ~3 brazos|brazo|munecas|muslos|piernas; se|me
    corta|corto|hace|hago ~1 cortes|brazos|munecas|piel|piernas|muslos; no|ni llegare|llego|paso|aguanto|aguantare ~2
    navidad|manana|noche|invierno|semana|lunes|ano !el|pedido; ojala ~2 me|muera|mate ~1 atropell*|mate|muera|muriera|mataran|lleve;
    desaparecer|irme|quitarme ~2 mapa|mundo|medio|siempre|vista; despedirme|despedida ~2 todos|vida|familia|mundo|hijos|siempre;
    carta|cartas|nota|notas|mensaje de? despedida; duele ~2 morir|morirse; morir|morirse|muerte duele|rapido|sin|dolor; no quiero|puedo|deseo ~2
    despertar*|seguir|vivir|estar|existir ~1 mas|aqui|manana|asi !conectad*|suscrit*|pagando|con; ya no|ni puedo|tengo|aguanto|quiero ~1
    mas|fuerzas|ganas|vivir|nada|seguir ~3 vivir|muero|vida|todo|levant*|despert*; sin|no ~2 fuerzas|ganas ~2 vivir|seguir|levant*|nada; cuando|si
    yo|me ya? ~1 no|falte|muera|muerto|este; me quiero|voy|pienso a? ~1 colgar|ahorcar|tirar|matar|cortar|ir !de|con ~1
    para|azotea|mundo|siempre|balcon; dejar|dejo|deje este|esta mundo|vida; salto|saltar|tirarme|tiro al|desde|del|por
    vacio|ventana|puente|azotea|balcon|tren|vias; alguien ~1 encuentre|encontrara mi cuerpo; encontrar* ~1 mi cuerpo; quitar*|quito de? ~1 en|del
    medio; hacer|hago|haga|hare una locura|tonteria; hacerme|hace|hacerse|hago algo|dano ~1 malo|mismo|misma|!rodilla; escrev*|deix*|escrit* ~4
    carta|cartas|bilhete|bilhetes ~3 despedida|filhos|mae|familia|todos|adeus|quando|mesa; carta|cartas|bilhete|bilhetes de? ~1 despedida|adeus;
    comprimidos|remedios|calmantes|caixa ~3 mao|frente|mesa|lado|prontos; para|pra que continuar|viver|vivendo|acordar|seguir|levantar !pagando|com;
    que tudo|isto|isso|a ~1 pare|acabe|termine|dor; nada ~3 faz sentido|gosto; nao ~2 chego|passo|aguento|chegarei ~2
    natal|amanha|noite|semana|segunda|inverno|ano; sumir|desaparecer|apagar|descansar|dormir|ir ~2 vez|sempre|mapa|mundo|paz; estar|estarei|estou ~1
    morto|morta !de|cansaco|fome|rir; ir|estar|juntar|reencontrar|encontrar|ter ~2 com|me|meu|minha ~3 morreu|ceu|falecid*|defunt*|partiu|faleceu;
    encontrar|reencontrar|juntar ~2 meu|minha ~2 ceu|morreu|faleceu|falecid*|partiu; insulina|remedio*|medicacao|comer ~2 de proposito; parei|deixei
    ~3 insulina|remedio*|comer ~2 proposito|morrer; cortes|cicatrizes|marcas ~3 bracos|braco|pulsos|coxas|pernas; se|me corta|corto|faz|faco ~1
    cortes|bracos|pulsos; dont|morrer|morte doi|dolorid*|rapido|sem dor; doi ~2 morrer; eu|so queria|quero|vou ~1 nao existir|acordar|estar|ter
    nascido|mais; quem ~1 dera|me nao ~1 acordar|existir|nascido; vou|quero|penso ~1 me|desistir|acabar ~1
    matar|jogar|tudo|vida|enforcar|comigo|pendurar; acabar|acabo comigo; por|ponho|dar ~1 fim|cabo|termo ~2 vida|mim|isto|tudo|minha; pôr; dar cabo
    de mim; deixar|deixo|partir este|desta|deste|dessa mundo|vida|melhor; quando|depois|se eu ja? nao|morrer|for|partir|faltar !ao|receber|no|na;
    fazer|faco|faca|fez uma|alguma besteira|loucura|asneira|disparate; nao|sem ~2 forcas|forca|vontade|animo ~2 viver|continuar|levantar|nada; nao
    ~1 queria|quero|vou|pretendo ~1 acordar|chegar|viver|estar ~1 amanha|mais|vivo|viva|aqui; encontrar* ~1 meu corpo; melhor|alivio ~3 eu ~1
    morr*|sum*|desapare*|nao; so ~1 me falta|resta ~3 morrer|partir|despedir;
    spegnermi|sparire|scomparire|dormire|riposare|andarmene|addormentarmi|farla|finirla ~4 sempre|mai|svegl*|finita|pace|tutti|mezzo; spegnermi;
    scritto|lascio|lasciato|preparato ~2 lettera|lettere|biglietto|biglietti ~3 addio|figli|tutti|mamma|moglie|tavolo; lettera|lettere|biglietto di?
    addio; pastiglie|pillole|gocce|sonniferi ~3 davanti|mano|tavolo|comodino|pronte; a che serve|scopo|pro !il|la|questo|questa|un|una|pagare ~1
    vivere|continuare|alzarsi|svegliarsi; perche|che|senso|serve ~2 vivere|svegliarmi|esistere !vicino|a|in; niente|nulla|nessuna ~3 senso|importa
    ~2 me|vivere|piu|ormai !del|con; mancher* ~1 a nessuno; che finisca|finisse|smetta|smettesse ~2 tutto|dolore|presto; saro|sarei|essere gia?
    mort* !di|dal|sonno|stanc*; butta|butto|buttarsi|getta|buttar* ~1 sotto|giu|dal|dalla|nel ~2
    treno|ponte|balcone|fiume|auto|metro|finestra|binari; raggiungere|raggiungo|raggiungero|seguire|vado|andare ~2 mio|mia|lui|lei|da ~3
    defunt*|cielo|mort*|lassu|piu|scompars*|povero|povera; smesso|smetto|rifiuto ~2 insulina|medicine|mangiare|farmaci|terapia ~2
    apposta|proposito|morire; apposta ~3 insulina|medicine|mangiare; tagli|cicatrici|segni ~3 braccia|polsi|gambe|cosce|braccio; non
    arrivo|arrivero|passo|supero|reggo ~2 natale|domani|notte|inverno|lunedi|settimana|anno; fa male morire; morire fa|e doloroso|male|indolore;
    voglio|vorrei ~1 piu|mai|solo ~1 esserci|esistere|svegliarmi|morire|sparire; non ~1 voglio|vorrei|riesco ~1 piu ~1
    esserci|vivere|esistere|svegliarmi|andare avanti?; quando|se|dopo non|saro|io ~1 ci|saro|morto|morta|muoio|andato ~1 saro|piu|sara
    !a|in|disponibile; faccio|fare|fatto una|qualche sciocchezza|pazzia|stupidaggine|cazzata; togliere|tolgo|levo|levarmi|togliermi ~2
    mezzo|mondo|scomodo; vado|andarmene|lascio|lasciare ~1 questo|questa|da mondo|vita; fare|faccio del? male ~1 me|sola|solo|stess*; trov* ~1 mio
    corpo|cadavere; non ~1 ho|trovo ~1 piu ~1 forza|voglia|motivo|forze ~3 vivere|avanti|niente|alzarmi|nulla; tagliarmi|tagliata|tagliato|taglio ~2
    di|ancora nuovo; ricominciato a tagliarmi; voglio|vorrei|devo dormire ~2 sempre|eterno; eterno riposo; ben|zijn|zal ik? ~1 er? ~1
    dan|toch|straks ~2 dood|weg|overleden !link; ben ik ~1 dood|er niet|niet ~1 meer; volgende|deze|na ~3 ben|zal ik er? niet meer;
    pillen|tabletten|slaappillen ~3 voor|klaar|hand|tafel ~1 me|liggen|mij; waarom|waartoe|waarvoor ~2 ik|nog ~1 leven|doorgaan|opstaan|verder;
    niets|niks|leven|alles ~2 zin|nut|waarde|waard !in|om; geen zin ~1 meer in|om ~2 leven|verder|alles|wakker; vaarwel|adieu ~1
    allemaal|iedereen|wereld|voor|alles; alles vaarwel; naar|bij mijn|hem|haar ~3 overleden|toe|hemel|gestorven|dode|graf !kantoor|rekening|huis;
    achterna|volgen ~2 hemel|graf|gaan|ga; hem|haar achterna; expres|opzettelijk ~3 insuline|medicijnen|eten|pillen|pijn; insuline|medicijnen|eten
    ~2 expres|opzettelijk; sneeen|sneden|snijwonden|littekens|krassen ~4 arm|armen|polsen|benen|polsen; trek|hou|houd|red|verdraag ~2
    leven|niet|nacht ~2 niet|meer|langer !abonnement; haal ~1 kerst|morgen|ochtend|weekend|volgende|nieuwjaar ~2 niet; doet|is sterven|doodgaan
    pijn|pijnlijk; sterven|doodgaan ~1 pijn|snel|pijnloos; pijnloos ~2 dood|sterven|weg; er een einde|eind|punt ~2 aan|achter ~1
    !het|dit|abonnement|contract|deze|dat; stap|stapt|stappen|stapte eruit|uit ~2 leven|voorgoed|eruit; wil|wou|wens|zou ~3
    rust|slapen|verdwijnen|inslapen|weg ~2 eeuwig|altijd|voorgoed|eeuwige; eeuwige rust|slaap; voor altijd|goed|eeuwig
    slapen|weg|rust|gaan|inslapen; eruit stappen|stap; wil|kan|hoef ~2 niet meer ~2 zijn|bestaan|leven|verder|zo ~1 !met; ik|wil|kan|hoef er|dit
    niet meer zijn|aan|meemaken; als|wanneer|zodra ik ~2 dood|weg|gestorven|er ~1 niet|ben; vinden|vindt ~2 mijn lichaam|lijk; iets stoms|doms|ergs
    ~1 doen|doe|gaan; mezelf ~2 iets|wat ~1 aan|doe; doe|doet mezelf|zichzelf ~1 iets|wat|pijn|aan`

/** Weak signs, told apart; two of different name in one text say as much as one plain sentence. */
export const endingSigns = {
  leaving: `
    wont|not|longer|never be|been around|here !available|delivered|able|to|in; when|once|after|before|until|if i|im go|gone|leave|die|dead
    !on|to|abroad|through|home; before|until i go|leave ~1 !to|on|abroad|home|out|online|ahead; by then ~4 over|gone|late|done; while|as i still?
    can; as long as i? can; ill|i be gone; goodbye|farewell; after|before|past|beyond tonight|sunday|weekend|friday|saturday|this; after ~1
    this|sunday|tonight|weekend; where im|i going|go|am; stop existing; nach|bis|ab ~1 sonntag|heute|wochenende|samstag|freitag ~1 !uhr; danach
    nichts|nicht|nie; solange ich; bald ~1 nicht mehr; wenn ich ~2 weg|nicht mehr|fort; bevor ich gehe; noch kann; lebt|lebe wohl; avant|apres|d ~1
    ce|noel|soir|dimanche|demain|week; avant ~1 que je? ~1 parte|partir; pendant|tant que je ~1 peux; serai|suis ~1 plus la|ici; adieu; bientot
    plus; partir ~1 rejoindre; me voy|ire|marcho !de|a; antes|despues de|del ~1 irme|noche|hoy|domingo|navidad|finde; ya no|nunca ~1 estare|estar;
    mientras pueda|puedo; cuando ~1 no|ya ~2 este|esté|estoy; hasta siempre; para ~1 siempre; e para|pra hoje; antes|depois de|do|que ~1
    ir|partir|hoje|domingo|natal|va; enquanto ~1 posso|consigo; nao ~1 vou|estarei ~2 estar|aqui|ca; quando ~1 nao ~1 estiver; prima|dopo di|che|del
    ~1 stasera|domenica|natale|andare|andarmene|vada|questo; dopo stasera|domenica; finche posso|riesco; quando non ~1 saro; x|per sempre; non ~1 ci
    saro; na|voor ~1 vanavond|zondag|weekend|morgen|kerst|vannacht; daarna ~3 niet|niets|niks; zolang ik ~1 nog; nu ~1 het nog kan; voordat|als ik
    ~1 ga|weg|vertrek`,
  order: `
    given|gave|giving|give|rehom* ~4 dog|cat|pets|pet|things|belongings|stuff|hamster|rabbit|plants|guitar ~1 away|to|home|neighbo*;
    letters|letter|note|notes ~3 written|ready|wrote|table|drawer|kids|everyone|sealed; wrote|written ~2 letters|letter|note|notes ~2
    everyone|kids|wife|family|mum|mom|all|them; find|found|leave|left|leaving|put|have|get|got ~2 things|everything|it|all|affairs|paperwork|papers
    tidy|order|sorted|arranged|in|ready|neat; everything|affairs|papers|arrangements ~2
    arranged|order|sorted|settled|tidy|organis*|organiz*|ready|paid; last|final item|thing|task|job|one ~3 list|do|left|sort|tidy; my
    brother|sister|daughter|son|mother|mum|mom|kids|children|wife|husband|niece ~4 owner|inherit*|gets|get|have|keep|instead;
    transfer|move|give|leave|sign ~3 points|everything|all|account|savings|money|house|miles ~2 my
    brother|sister|daughter|son|mother|mum|mom|kids|niece|nephew|friend; look after my dog|cat|kids|mum; alles|sachen|papiere|unterlagen ~3
    geordnet|geregelt|erledigt|aufgeraumt|verschenkt|sortiert|fertig; schlussel|katze|hund|papiere ~3 nachbar*|tisch|tierheim|schwester|freundin;
    konto|alles|vertrag|geld|auto ~5 tochter|sohn|schwester|bruder|mutter ~2 umschreiben|uberschreiben|ubertragen|bekommen|uberweisen|geht;
    briefe|abschiedsbriefe ~2 geschrieben|tisch|liegen; letzte|letztes|letzter ~1 punkt|sache|liste|was|konto|rechnung; tout|affaires|papiers ~2
    range|regle|pret|prets|ordre|table|trie|donne|organise; lettres|lettre ~3 ecrite*|ecrit|table|enfants|prete*|tiroir; ecrit ~2
    lettres|lettre|mot; chat|chien|cles ~3 voisin*|refuge|soeur|amie; ne|n reste ~2 que ce|votre|cette|le; derniere|dernier
    chose|formalite|compte|point|detail; tout ~3 a ma|mon|mes fille|fils|soeur|frere|enfants; todo|cosas|papeles ~3
    ordenado|arreglado|listo|listos|mesa|regalado|pagado|orden; cartas|carta ~2 escritas|escrita|hijos|mesa|listas; escrito ~2 carta|cartas|nota;
    gato|perro|llaves ~3 vecin*|hermana|protectora|refugio; solo|ya queda|falta ~3 cuenta|esto|saber|contrato|cerrar; ultima|ultimo
    cosa|pendiente|tramite|gestion|punto; todo|cuenta|ahorros|dinero ~4 mi|mis hija|hijo|hermana|hermano|hijos|madre; tudo|coisas|papeis ~3
    arrumad*|pronto|prontos|resolvid*|organizad*|tratado|ordem|mesa; cartas|carta ~3 escritas|escrita|filhos|mesa|prontas; gato|cachorro|cao|chaves
    ~4 vizinh*|irma|abrigo; so ~1 me? falta|resta; ultima|ultimo coisa|pendencia|assunto|detalhe; tudo|conta|dinheiro|seguro|pontos ~5
    meu|minha|meus|eles filho|filha|irma|irmao|filhos|mae; tutto|cose|carte|documenti ~3
    sistemato|sistemate|pronto|ordine|regalato|tavolo|pagato|posto; lettere|lettera ~2 scritte|scritta|figli|tavolo|pronte; gatto|cane|chiavi ~4
    vicin*|sorella|canile|amica; resta|rimane|manca ~2 solo|soltanto; ultima|ultimo cosa|pratica|pensiero|conto; tutto|conto|soldi|punti ~4
    mia|mio|miei figlia|figlio|sorella|fratello|figli|madre; alles|spullen|papieren ~2 geregeld|opgeruimd|klaar|weggegeven|tafel|orde|betaald;
    kat|hond|sleutels|poes ~3 buren|buurvrouw|asiel|zus; brieven|brief ~2 geschreven|tafel|klaar|kinderen; laatste
    wat|ding|rekening|punt|item|taak|op; alles|geld|rekening|spaargeld|punten ~4 mijn dochter|zoon|zus|broer|kinderen|moeder`,
  loss: `
    tod|beerdigung|verlust ~1 meines|meiner|von|des; seit ~3 witwe*|allein; witwe*; verwitwet; veuvage|veuf|veuve; viud*; viuv*; vedov*; weduw*; my
    late husband|wife|mum|son|daughter|partner; since|after my? ~1 husband|wife|mum|son|daughter|partner|he|she died|passed|death|funeral; dopo
    la|che ~3 morte|morto; depuis ~3 mort|deces|parti|partie; desde ~3 muerte|murio|fallec*; desde ~3 morte|morreu|faleceu; sinds ~3
    dood|overlij*|overleden; parle ~1 plus ~1 personne; nobody|noone|no else|one ~2 up|left|talk|listen*|care|cares|here|knocked; all alone|on; so
    alone|lonely; ganz allein; toute|tout|si seul|seule; tan|muy sol*|solo|sola; tao|muito sozinh*; cosi|troppo sol*|solo|sola; helemaal|zo alleen;
    dont|cant|no leave|go ~2 house|bed|flat|out; no|ya salgo de casa; cant|dont sleep|sleeping|eat|stop crying?; drunk; druknk; betrunken; ivre;
    borrach*; bebad*; ubriac*; dronken; hate myself|me|life; empty|numb|hopeless|worthless|pointless; leer|sinnlos|wertlos|hoffnungslos;
    vide|inutile|desespere*; vaci*; inutil; vazi*; vuot*; leeg|zinloos|waardeloos`,
  resolve: `
    made|make up my mind; my|the mind is? made; ive|i|have decided !to|on|against|not|that ~1 !buy|cancel|return; pris ~1 decision; tengo decidido;
    lo|ya tengo|he decidido; ho|gia deciso; ja|esta decidi*|decidido; habe|hab ~2 entschieden|entschlossen|beschlossen; heb|ben ~3 besloten; werde
    ich? ~1 ihm|ihr folgen; calmement; tranquilamente; bin bereit; im|i ready !to|for|with; je suis prete|pret; estoy|estou
    list*|pront*|lista|prepar*; sono pronto|pronta; ik ben klaar ~1 mee|met; tonight is|its the night; its|it my time; ends tonight; end of my
    rope|tether; fight|fighting anymore|any`,
}
