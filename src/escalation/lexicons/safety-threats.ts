/** More of how people threaten or fear to hurt somebody, plainly and by hints, in seven languages; how phrases are written: ../phrases.ts. */
export const threats = `
    make|making him|her|them|you|em pay ~2 walk|blood|dearly|life|hurt; wont|never walk|breathe|wake|see ~1
    again|friday|tomorrow|sunrise|christmas|light; not live|leave to|here|this|alive ~1 see|alive|building;
    come|coming|be|drive|driving|walk|stop|go|heading ~2 down|over|there|round|around|by|in ~3 with|and a|my|an|the ~1
    bat|hammer|crowbar|rifle|gun|knife|blade|axe|petrol|gasoline|machete|boys|mates|brothers; someone|somebody|people|they|he|she|you|theyll ~3
    get|gets|getting|be hurt|killed|shot|stabbed !feelings; in the ground|grave|morgue|coffin !up; body bag; sleep with ~1 one eye open; sorry
    when|if i walk|come|get|show ~3 rifle|gun|knife|in|there|bat; ticking in|under|at|near ~2 @place|lobby|car|desk; find out where ~1
    you|he|she|they ~1 live|lives|sleep ~2 and|then|ill; put|poured|slip|slipped|mix|add|adding|spike|spiked ~2
    poison|bleach|antifreeze|pills|drug|drugs|something ~1 in|into his|her|their|my|the|your ~1 coffee|tea|food|drink|soup|water|dinner|wine;
    break|snap|shatter|crush every|each|all bone|of; expect|enjoy a? ~1 bomb|bullet|brick|fire; do|doing something|sth
    terrible|bad|awful|horrible|stupid|violent ~2 to|him|her|them|my|if; i|could|might|will|gonna|would
    strangle|kill|hurt|shake|smother|drown|hit|throw|choke my|the ~1 kid|baby|child|son|daughter|kids|newborn|toddler|wife|mother;
    afraid|scared|worried|terrified|fear ~3 hurt|harm|shake|kill|hit my|the|him|her|them|someone|somebody|baby;
    know|found|learned|learnt|seen|knows|watched|saw ~1 which|where|when ~2
    branch|school|car|route|house|office|street|gym|kids|daughter|son|wife|children|desk ~3
    works|work|goes|go|drives|drive|lives|live|parks|locks|finish*|sits|leaves|play; she|he|they|you|youll|theyll|everyone|all ~1 will|ll|gonna? ~1
    regret|regrets declining|refusing|laughing|crossing|messing|what|doing|this|it|ever|firing !buying|purchase; will|gonna|youll|theyll ~2 regret
    declining|refusing|crossing|messing|firing|laughing|treating|what; bring|bringing|take|taking something|sth|smth|dads ~1 to|into
    school|class|work|campus; never ~1 laugh|bully|pick ~2 again|me; finally|all shut up|pay|see|bleed|understand|scream
    !if|in|the|my|how|that|what; finish|end|gut|off|bury|bodybag|drop|waste|merk|whack|unalive me|him|her|them|you|us
    now|off|tonight|for|today|if|when|once; on his|her|their way ~2 finish|kill|hurt|beat|get|stab me|us|him|her|my; waiting|wait|see|catch|meet|get
    ~3 you|him|her|them|driver|manager|guy outside|after|alone|parking|car ~2 work|shift|lot|park|dark|alley|night|and; get|teach|give ~1
    him|her|them|you|lesson what ~2 deserve|coming|deserves; teach|learn him|her|them|you|his|her|lesson a? ~1 lesson ~4
    fists|blood|hospital|forget|knife; set|lit|light|setting him|her|them|it|the|your|place|car|house|myself ~2 on|alight|ablaze fire?;
    petrol|gasoline|kerosene|matches ~6 burn|fire|light|match|door|house|shop|office|letterbox; run|mow|drive|plow|plough ~1
    him|her|them|people|crowd|you|over|down|into ~1 over|down|crowd|people|em; crack|smash|bash|cave|stove|blow|beat|kick ~1 his|her|their|your ~1
    skull|head|face|brains|teeth|ribs|knees; rip|tear|cut|chop|beat|kick|pull ~1 him|her|them|your|his|you|apart ~1
    head|apart|pieces|limb|tongue|fingers|balls|ears|heart|senseless|pulp; dont ~2 responsible|blame ~4 happens|do; things|it|this
    will|gonna|could|is get|turn|getting|going ~2 ugly|bloody|violent; somebody|someone|one of you|us ~2 going|will|gonna ~1
    die|dead|bleed|killed|hurt|hospital|coffin; last|worst day|mistake|thing ~3 your|his|her|you|life|ever|earth ~1 life|see|make; dead
    man|woman|men|meat|walking; write|prepare|buy your|his|her will|coffin|obituary; pray|hope|better ~2 i ~3 never|dont find|see|meet|catch
    you|him|her; kill|shoot|stab|hurt|murder ~3 before|if i|he|they|she ~1 see|get|find|come|do;
    planning|planned|plans|plan|posted|said|says|wrote|threatened|vowed|talking ~5 attack|shoot|shooting|bomb|stab|kill|massacre|murder ~4
    school|mosque|church|office|people|students|everyone|him|her|crowd|synagogue|teacher*|class|us|them; manifesto; hit list; kill list;
    swing|swinging at ~1 my|his|her|wife|kid|boss; hands|fists|fist|foot|boot ~1 round|around|on|in|through ~1 your|his|her|throat|neck|face|teeth;
    like|enjoy|want|love|urge|itching|dying ~2 hurt|hurting|torture|torturing|kill|killing|strangle|stab
    animals|people|cats|dogs|him|her|someone|them|kids|women|my; torture|torturing|drown|drowned|kill|killed
    the|a|my|his|their|neighbours|neighbors|stray ~1 cat|dog|cats|dogs|kitten*|pets; poison|poisoning my|the|his|her|their|your ~2
    dog|cat|wife|husband|boss|food|well|water|mother|coffee; fliesst|fliessen|gibt|giebt ~3 blut|tote|toter|verletzte !druck|test; brennt ~2
    euer|eure|ihr|dein|der ~2 laden|bude|haus|filiale|auto|buro|lager; brennt ~2 laden|bude|filiale|buro ~2 nieder|ab; brennt ~3
    laden|bude|filiale|hutte; angst|sorge|furchte ~3 dass ~5 antue|wehtue|schlage|verletze|umbringe|schuttel*|erwurge;
    schadel|zahne|knochen|fresse|rippen|kiefer|nase ~2 raus|ein|einschlagen|einschlage|brechen|breche|aus|polieren;
    hau|haue|schlag|schlage|trete|prugel|prugle|knall ~5 raus|ein|krankenhausreif|windelweich|tot|zusammen|grun|blutig|weg|nieder; krankenhausreif;
    kommt|komme|kam|bringt|bringe|nimmt ~3 mit ~2 waffe|messer|pistole|gewehr|axt|beil|hammer|schlager|baseball*|benzin|flinte|jagdgewehr;
    nicht|nimmer|keiner ~2 lebend|lebendig ~2 weg|raus|davon|heraus; stech|steche|stich|schlitz|schlitze|knall|knalle|murks|mach|fackel|fackle|
    zund|zunde|brenn|brenne|spreng|sprenge|jag|jage|leg|schiess|schlachte ~4 dich|ihn|sie|euch|die|den|das|ihr|euren|eure|alles|alle ~3
    ab|auf|an|nieder|um|tot|luft|kalt|kopf; gedanken|fantasien|drang|lust|vorstellung ~5
    erstechen|toten|umzubringen|umbringen|wurgen|schlagen|verletzen|erschiessen|schaden;
    meiner|meinem|ihr|ihm|ihnen|jemandem|euch|dir|kind|frau|baby ~1 weh|leid|gewalt|was|etwas ~1 tun|antun|anzutun|antue|zufugen; erschiesse|
    erschlage|ersteche|erwurge|totschlage|vergifte|uberfahre|verprugle|verprugel|ermorde|kille|
    abschlachte|vernichte ich|ihn|sie|euch|dich|meinen|meine|den|die|alle ~2 !nicht|zeit; ich erschiesse|erschlage|ersteche|erwurge|vergifte|
    uberfahre|verprugle|verprugel|ermorde|kille|schlachte; schule|buro|gebaude|haus|filiale|amt ~3 luft|brand|flammen ~2
    jagen|sprengen|stecken|setzen|jage|stecke; weiss|weiss|kenne|gesehen ~2 wo|wann|welche|welcher|welches|wie ~4
    wohn*|arbeite*|parkt|schule|kita|kinder*|auto|feierabend|schlaf*|tochter|sohn|frau; wirst|werdet|wird|soll|sollen ~2 bussen|bluten;
    warte|lauere|passe|pass|erwische|kriege|erwarte ~4 auf|ab|draussen|parkplatz|feierabend|ausgang|dunkeln|alleine|tur ~2
    !rabatt|antwort|lieferung|ruckmeldung|ruckruf|paket; nimm|nehmt|nehmen ~1 dich|euch|sie ~2 acht|in; zieht|zieh|zieht euch warm; letzte|letzter
    stunde|tag ~2 geschlagen|gewesen|sein; unter die erde|raeder|rader; ins grab|leichenhaus|leichensack;
    uberfahren|totfahren|umfahren|erwurgen|erdrosseln|totschlagen|anzunden ~2 werde|will|konnte|werd|mochte|ich; gift|rattengift|tabletten ~4
    essen|kaffee|tee|getrank|suppe ~2 getan|mischen|tun|geschuttet|gemischt|tue; schweigen|ruhe|lachen ~2 bringe|bringen|vergehen ~3
    ein|alle|fur|ihnen|euch; alle ~1 endlich ruhig|still|bluten|sterben|bezahlen|bussen; viendrait|viendrai|viens|vient|venir|arrive|passe|passer|
    debarque|debarquer|amene|apporte|amener|apporter|prends|debarquerai ~6 avec|le|un|une|mon|du ~2
    arme|fusil|couteau|pistolet|batte|hache|essence|marteau|flingue|barre|carabine|machette;
    repartira|ressortira|sortira|repart|ressort|rentrera|marchera ~2 pas|plus|jamais|vivant|debout ~2 vivant|debout|entier|jambes|deux;
    idees|pensees|envies|pulsions ~2 meurtre*|meurtri*|tuer|violen*|frapper|homicid*; le|la|les|l
    descends|tue|bute|explose|crame|fracasse|demolis|fume|creve|saigne|etrangle|defonce|termine|massacre ~1
    !prix|tache|temps|ce|appli|batterie|ecran; fracasser|demolir|egorger|fumer|massacrer|saigner|descendre|etriper|lyncher
    le|la|les|ton|ta|votre|vos|son|sa|tout|l ~2 !prix|tarif|escalier*|page; peur|crains|envie ~3 de|d|que ~2
    lui|leur|le|la|mon|ma|secouer|frapper|faire|fasse ~3 mal|bebe|enfant|secouer|frapper|tuer|etrangler; sais|connais|vu|sait ~1
    ou|dans|quelle|quand|a ~3 ecole|habite*|travaille*|gare|voiture|enfants|fille|fils|famille|femme|crèche|creche|rentre|dort|
    vit; attends|attendrai|attend|choper|chope|attendre|retrouve|cueillir|croise ~3 a la|au|sur|dehors|devant|ce|seul ~2
    sortie|parking|soir|porte|coin|nuit|dehors|chez !commande|colis; vous|tu|ils|il|elle|on allez|vas|vont|va|verra|verrez|verras ~2
    regretter|payer|comprendre|pleurer|saigner|souffrir ~2 cher|sang|vie|vraiment|tous|quand|avoir|d|mieux|ca; regretter*|regrettera ~3 m|me|mon|d
    ~2 refuse*|vire*|moque*|quitte*|jour|ne; mettre|mets|mettrai|foutre ~2 feu ~2 au|a|la|chez|dans; brule|crame|cramer|brulerai|incendier|incendie
    ~2 magasin|agence|bureau*|maison|voiture|boutique|locaux|entrepot|tout; balle|plomb ~2 dans|entre ~2 tete|yeux|peau|coeur|genou; finir
    mal|drame|sang; mal|sang ~1 finir|couler|coulera|partout; fera|feront plus|jamais ~2 de mal|rire|rira|malin; mort|mort ~1 assuree|aux|a|rats
    dans|le|son|sa ~2 cafe|the|soupe|repas; poison|medicaments|javel|rats ~3 dans son|sa|leur|le ~1 cafe|the|soupe|repas|verre;
    taper|frapper|secouer|tuer|etouffer mon|ma|le|la|mes bebe|fils|fille|enfant*|femme|mere|gosse*; defoncer|peter|casser|eclater ~1
    la|sa|ta|ton|les|le|votre ~1 gueule|tete|crane|dents|genoux|bras|rotules; rouler dessus|sur ~1 lui|elle|eux; compte ~1 votre|tes|ses
    jours|heures; prochain|premier ~4 descends|creve|tue|frappe|bute|eclate|couteau|fusil|prend;
    llevo|llevar|traigo|llevare|ire|voy|vamos|paso|aparezco|presento ~6 con ~2
    cuchillo|pistola|machete|escopeta|bate|gasolina|hacha|martillo|navaja|palo|arma|rifle; sale|salen|saldra|saldran|vuelve|sales ~3
    vivo|viva|vivos|pie|caminando; se ~1 donde|cuando|que|cual|a ~4 viv*|trabaj*|estudia*|escuela|colegio|coche|hija|hijo|hijos|familia|casa|
    sales|sale|aparca|duerm*|mujer; vas|van|va|vais|haran|hare|haré ~1 a ~2 arrepentir*|lamentar*|pagar|pagarlo|enterar*|llorar|sufrir|ver ~3
    caro|vida|sangre|todos|haber*|quien|toda|siempre|nacido; lo|la|me lo? vas|van|va|vais a pagar !con|por|en|hoy|manana|mes; se|te|os ~1
    arrepentir* ~2 de|haber*|toda|siempre; lo|la|los|las|le|les|te voy|vamos|van a matar|reventar|rajar|quemar|destrozar|partir|cargar|enterrar|
    despellejar|pinchar|ahogar|golpear|moler|liquidar ~1 !hoy; cargar|cargarme|cargarmelo|cargo ~1 a|al ~2 jefe|vecino|todos|alguien|mi|mujer|ex;
    miedo ~3 hacerle|hacerles|pegarle|golpear|lastimar|matar ~2 dano|bebe|hijo|hija|mi|a|nino; ganas|impulso*|pensamientos|ideas|fantasias ~2
    matar*|pegar*|apunalar*|golpear*|ahogar*|estrangular*|asfixiar*|hacerle|herir; espero|esperare|espera|pillo|pille|cojo|agarro ~5
    salida|fuera|calle|aparcamiento|estacionamiento|oscuro|solo|esquina|noche ~1 !pedido|paquete|respuesta;
    prendo|prendere|quemo|quemare|incendio|incendiare|exploto|fuego|candela ~4 tienda|local|oficina*|casa|coche|carro|almacen|todo|sucursal;
    corre|correra|correr|habra|derram* ~2 sangre|muertos; tiro|tiros|balazo|balazos|plomo ~3 cabeza|frente|le|pego|meto|voy;
    veneno|lejia|pastillas|raticida ~3 cafe|comida|sopa|bebida|te|vaso; ultimo|ultima dia|cosa|hora ~3 vida|vea|haga|viva; bolsa negra|de; bajo
    tierra; hacerlo|hacerla|hago|hare|haremos pedazos|picadillo|trizas|dano|sufrir; proximo ~5
    parto|mato|tiro|reviento|disparo|apunalo|golpeo|pincho; parto|parte|rompo|reviento|romper|partir ~2
    cara|crisma|boca|cabeza|dientes|piernas|huesos|craneo; atropell*|embestir ~3 voy|quiero|todos|gente|ella|el|mi; callar|callaran|reir|reiran ~3
    siempre|todos|jamas; machucar|bater|ferir|magoar|sacudir|matar|esganar|afogar|sufocar ~1 meu|minha|o|a|no|na|nos|meus|neles|nele|nela ~1
    bebe|filho|filha|filhos|crianca|mulher|mae|esposa; corre|correr|haver|vai|vao ~2 sangue|mortos|morte !exame*; acabar|acabo|acabar* ~2 raca|vida
    ~1 dele|dela|deles|desse|dessa|delas|de; leva|levam|vai|vao|dar|dou|meter|meto|descer|desco ~2
    porrada|surra|facada|facadas|tiro|tiros|bala|coronhada|soco|socos|murro|murros|pancada|cacete; vou|ir|irei|passo|apareco|chego|apareço ~6 com ~2
    faca|arma|pistola|machado|espingarda|gasolina|martelo|taco|facao|revolver|cacadeira; sai|saem|saira|volta|sais ~4 vivo|viva|vivos|pe; sei ~2
    onde|quando|qual|que|em|a ~4 mora*|trabalha*|estuda*|escola|carro|filha|filho|filhos|familia|casa|sai|estaciona|dorme*|creche|
    vive*|mulher; vai|vao|vais|voces ~2 arrepend*|pagar|chorar|sofrer|sangrar|ver ~2 caro|vida|amargamente|sangue|todos|terem|ter|de|so;
    tacar|taco|botar|boto|meter|meto|atear|ateio|pegar ~2 fogo; incendiar|incendeio|queimar|queimo ~2
    tudo|loja|predio|casa|armazem|agencia|escritorio; espero|esperar|pego|pegar|apanho|apanhar|aguardo ~5 saida|la
    fora|rua|estacionamento|escuro|esquina ~1 !pedido|encomenda; me mata|matam quando|se|porque|hoje; vontade|ganas|impulso*|pensamentos|ideias ~2
    matar*|bater|esfaquear*|esganar*|estrangular*|machucar*|ferir|sufocar*; veneno|chumbinho|remedio|lixivia ~3 cafe|comida|sopa|bebida|copo;
    atropel* ~3 vou|quero|todos|gente|ela|ele; proximo ~5 mato|porrada|tiro|rebento|quebro|facada|leva|apanha;
    quebro|parto|rebento|arrebento|quebrar|partir|rebentar ~3 cara|dentes|pernas|cabeca|ossos|nariz|costelas|joelhos|tudo; te|lhe|vos|o|a
    cago|cubro|encho|rebento|arrebento|mato|furo|esgano|estripo ~2 !bateria|sede; calar|calam|calo todos|a|boca|de ~1 sempre|vez;
    accoltell*|sgozz*|strangol*|ammazzar*|uccider*|massacrar* ~1 la|lo|li|quella|quello|mia|mio|tutti|il|qualcuno|i ~1
    !processo|tempo|foto|app|task|batteria; voglia|impulso|pensieri|idea|fantasie ~3
    accoltellar*|uccider*|ammazzar*|picchiar*|strangolar*|sparar*|soffocar*|male; morirete|morirai|morira|creperete|creperai|schiatt* ~1
    tutti|tutte|male|come|!dal|di; so ~2 dove|quando|quale|che|in|a ~5 abit*|lavor*|viv*|scuola|asilo|macchina|figlia|figlio|figli|famiglia|casa|
    esce|parcheggi*|dorm*|moglie; vedra|vedrai|vedrete ~2 cosa|che|come|chi|succede|bene ~2 succede|fine|faccio|sono|!offerte;
    pagherai|pagherete|paghera|pagheranno ~2 cara|caro|sangue|vita|tutti; la|me la? pagherai|pagherete|paghera|pagheranno|paghi; pentir* ~3
    aver*|nato|tutta|sempre|giorno|quello; pentirete|pentirai; esce|escono|uscira|usciranno|torna ~3 vivo|viva|vivi|piedi; vi|ti|gli|le|lo|la ~1
    brucio|sparo|ammazzo|squarto|sventro|rompo|spezzo|accoppo|gambizzo|distruggo|massacro|apro|faccio ~1
    !il|dubbi|domanda|domande|sapere|una|i|vedere|ordine; brucio|bruceremo|incendio|do|diamo|appicco ~2
    fuoco|negozio|ufficio|casa|macchina|sede|tutto|magazzino; aspetto|aspettero|becco|prendo|incontro ~5
    uscita|fuori|sotto|parcheggio|buio|strada|angolo ~1 !pacco|ordine|corriere|consegna; vengo|vado|verro|arrivo|presento|passo|porta|porto ~6
    pistola|fucile|coltello|ascia|mazza|martello|benzina|spranga|carabina|machete; prossimo ~5 spacco|ammazzo|sparo|meno|accoltello|rompo|coltello;
    veleno|topicida|candeggina ~3 caffe|cibo|minestra|bicchiere|the|cena; scorre|scorrera|scorrera|scorrere ~2 sangue; ci ~1 scappa|scappera il? ~1
    morto; investo|investire|investiro ~3 macchina|auto|lui|lei|tutti|quella; scuoto|scuotere|soffocare|picchiare|menare ~1
    il|la|mio|mia|bambin*|neonat*|figli* ~1 bambin*|neonat*|figli*|moglie|madre; bang|angst ~3 dat ik ~5
    aandoe|slaat|sla|aan|doe|pijn|vermoord|schud; ik breek|trap|sla|ram|beuk|schop|snij|snijd|hak ~1 je|jullie|zijn|haar|hem|de|al|hun|die|uw ~2
    benen|nek|kop|tanden|botten|schedel|in|knie*|keel|strot|gezicht|handen|vingers|ribben|neus; jullie|ze|zij|je gaan|gaat|zullen er ~2 aan; er ~1
    aan gaan|gaat !werken; neemt|meeneemt|neem|meenemen|brengt|breng|kom|komt|sta|pak ~6 met?|een|mijn|het ~2
    mes|pistool|geweer|wapen|bijl|hamer|benzine|knuppel|honkbalknuppel|koevoet|jachtgeweer !school|keuken; pistool|wapen|mes|geweer|bom ~3
    school|werk|klas|kantoor|winkel|mee|meenemen; niet levend|levend ~2 weg|vandaan|buiten; weet ~2 waar|welke|wanneer|hoe ~4
    woon*|woont|werk*|school|auto|dochter|zoon|kinderen|gezin|slaapt|parkeert|opvang|sluit|vrouw; spijt ~1 van ~1 krijgen|krijgt|dat;
    zal|zullen|gaat|gaan ~2 spijt|berouwen|boeten|bezuren|bloeden|voelen|zuur; boeten|bloeden !niet; wacht|opwachten|sta|pak|grijp ~5
    buiten|parkeerplaats|steeg|donker|uitgang|parkeergarage|hoek ~1 !bestelling|pakket|antwoord; steek|zet|steken ~4 fik|brand|vlammen; kogel ~4
    kop|hoofd|lijf|lichaam|hem|haar|knie; zin|drang|gedachten|gedachte|fantasie|neiging ~3
    vermoord*|slaan|steken|pijn|wurgen|neersteken|verstikken|doden; gif|rattengif|pillen|bleek ~3 koffie|eten|thee|soep|drinken;
    overhoop|neer|dood|kapot|verrot|lens|bont schiet*|steek*|rijd*|slaan|sla|trappen|schoppen|maken|maak; volgende ~5
    sla|steek|schiet|maak|klappen|dood|mes; rijd|rij ~2 hem|haar|ze|jullie|iedereen|plat|over|aan|dood ~1 plat|over|aan|dood|heen !hoe;
    doe|doen|aandoe ~2 baby|kind|vrouw|moeder ~2 iets|wat|pijn ~1 aan?; mijn|zijn|de baby|kind|vrouw|moeder ~1 iets|wat|pijn
    aandoe|aandoen|doen|doe; onder de grond|zoden; voor altijd zwijgen|stil`

/** Weak signs, told apart; two of different name in one text say as much as one plain sentence. */
export const threatSigns = {
  knows: `
    i|ill know|found|find|watch|watched|seen|saw|follow|followed ~2 where|which|when|who|what|your|her|his ~3 works|work|live|lives|school|house|
    home|car|sleep|sleeps|locks|finish*|daughter|son|kids|wife|family|face|name|branch; weiss|kenne|gesehen ~2 wo|wann|welche|wer|ihr|euer|deine ~3
    wohn*|arbeite*|schule|auto|kinder|familie|tochter|gesicht|namen|feierabend; sais|connais|vu ~2 ou|qui|quelle|votre|sa|son|ta ~3
    habit*|travail*|ecole|voiture|enfants|fille|famille|visage|nom|adresse; se|conozco|visto ~2 donde|quien|tu|su|que ~3
    viv*|trabaj*|escuela|colegio|coche|hij*|familia|cara|nombre; sei|conheco|vi ~2 onde|quem|tua|sua|a|teu ~3
    mora*|trabalh*|escola|carro|filh*|familia|cara|nome; so|conosco|visto ~2 dove|chi|tua|sua|quale ~4
    abit*|lavor*|scuola|macchina|figli*|famiglia|faccia|nome; weet|ken|gezien ~2 waar|wie|welke|je|haar|zijn ~3
    woon*|werk*|school|auto|kinder*|dochter|gezin|gezicht|naam`,
  warns: `
    will|gonna|youll|theyll|shell|hell ~1 regret|sorry|see|pay|learn|understand|remember ~1 !difference|if|the|for|a|how|by|with|via|my|in;
    watch|watch* your|his|her back; just|you wait; be careful|afraid|scared; last warning|chance; wont|not ~1 responsible|ask again|nicely; warning
    you; see what happens; hope he|she|you|they ~3 safe|insured|insurance|fast|run; shame if|something; accidents happen; something|anything ~1
    happened|happen|happens to; tick tock; bereuen|sehen schon|noch|wirst|werden?; werdet|wirst|wird ~2 sehen|bereuen|merken|erleben|verstehen;
    letzte warnung; pass|passt|passen ~3 auf; schade|blod wenn;
    verra|verras|verrez|regrettera|regretterez|regretteras|comprendra|comprendrez|comprendront; attention a|ou; dernier avertissement; dommage si;
    faites|fais|qu ~2 attention|gaffe; vera|veras|veran|vereis|arrepent*|enterar*|entenderan|entendera; ultimo aviso|advertencia;
    cuidado|cuiden|cuidate|cuidense; pena|lastima si; vera|verao|vao ver|entender|aprender; arrepende*; ultimo aviso; cuidado|cuidem|cuide; pena se;
    vedra|vedrai|vedrete|vedranno|capira|capirete|pentir*; attento|attenti|attenta|occhio; ultimo avvertimento; peccato se; zul|zult|zullen|zal|gaat
    ~2 zien|merken|voelen|leren|begrijpen|spijt; laatste waarschuwing; pas maar? op; jammer als`,
  force: `
    @weapon !emoji|skin|set|holder|refund|order|block|sharpener; fists|fist|bat|crowbar|petrol|gasoline|matches|hammer;
    messer|waffe|pistole|gewehr|benzin|faust|fauste|schlager|axt; couteau|arme|fusil|essence|poings|batte|hache;
    cuchillo|arma|pistola|escopeta|gasolina|punos|bate; faca|espingarda|punhos|machado; coltello|fucile|benzina|pugni|mazza|ascia;
    mes|pistool|geweer|wapen|benzine|vuisten|bijl; blood|blut|sang|sangre|sangue|bloed !sugar|pressure|test|orange|zucker|druck|glucose;
    revenge|rache|vengeance|vengar*|venganza|vinganca|vendett*|vendic*|wraak; hate|hasse|hais|odio|haat
    him|her|them|ihn|sie|le|la|a|lui|lei|hem|haar`,
}
