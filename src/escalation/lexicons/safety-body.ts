/** More of how people speak of an emergency now, plainly and by signs of the body, in seven languages; how phrases are written: ../phrases.ts. */
export const body = `
    foam|foaming|froth|frothing ~2 at|from|mouth|out ~3 mouth|him|her; way|far too many|much ~2 my|of|the|his|her? ~1
    pills|tablets|meds|medication|insulin|medicine|drops; took|taken|had|drank ~2 too many|much|double ~3
    pills|tablets|meds|insulin|medication|drugs|paracetamol; smell* ~2 gas ~6 dizzy|sick|faint|headache*|kids|sleepy|hiss*|vomit*|now; gas leak ~4
    now|dizzy|house|kitchen|help|sick; dizzy|sick|drowsy ~6 gas|monoxide|fumes|boiler|heater; house|flat|kitchen|apartment|room|bed|car|home ~1
    is|on ~1 on? fire !stick|tv|alarm; flames|smoke ~3 everywhere|kitchen|house|bedroom|coming|trapped|out; trapped|stuck ~3
    lift|elevator|car|sauna|fire|smoke|water|avalanche|wreck ~6 contractions|breathe|hurt|panic*|chest|faint|blood|smoke|pregnant|diabetic|help;
    got|had|took|getting|gave an|a|me ~1 electric|big|massive? shock|electrocuted ~5 heart|arm|numb|burn*|dizzy|chest|fell|floor|help;
    cut|sawed|sliced|chopped|took|lost|ripped|tore ~1 his|her|my|their|the ~1 hand|finger|fingers|thumb|arm|foot|toe|leg|artery|tip ~1
    off|clean|open|with|spurt*; crash|accident|collision|crashed ~4 hurt|injured|bleeding|trapped|unconscious|dead|ambulance|dying|moving;
    limp|floppy|grey|gray|lifeless|listless ~4 baby|newborn|child|son|daughter|kid|fever|toddler|not|infant;
    baby|newborn|child|son|daughter|kid|toddler|infant|he|she ~3 limp|floppy|lifeless|grey|choking|convuls*|seiz*|fitting|blue|unresponsive !grip;
    fever ~4 40|41|42|limp|fits|stiff|rash|unrespons*|105|104|floppy; been|was|got stabbed|shot|electrocuted|poisoned|crushed|scalded|knifed
    !up|by|in; was|been run|knocked over|down|unconscious; vision|seeing|see ~1 double|blurred|blurry|black|stars|spots ~8
    arm|speech|numb|chest|face|mouth|words|pregnant|head|headache|weak; mouth|face|eyelid|lip|smile|side ~3
    droop*|hanging|sagging|crooked|lopsided|fell|numb|dropped; words|speech|talk|talking|speaking ~3
    slurr*|garbled|wrong|jumbled|nonsense|gibberish|come ~1 out; worst headache|pain ~1 of ~1 my? life; cold sweat|sweats; sweating ~4
    chest|arm|pale|jaw|pain|nausea; chest|heart ~4 elephant|squeez*|crush*|tight*|stabbing|burning|racing|fluttering|jaw ~1 !strap|vest|freezer;
    jaw|left arm ~3 arm|chest|numb|pain|tingl*|heavy|hurts; cant|cannot feel ~2 arm|legs|leg|face|hand|side|feet|toes;
    stopped|barely|not|isnt|hardly breath*|moving|responding|awake|waking|conscious ~1 !light|windows; gasp*|wheez*|rasping ~3
    air|breath|inhaler|child|help|bad*|blue|he|she; inhaler|epipen|ventolin ~3 empty|ran|out|gone|broken|lost|not|work* ~2 !delivery;
    stung|bee|wasp|peanut|peanuts|nuts|shellfish|sting ~7 swell*|swollen|throat|hives|breath*|tongue|face|lips|tight|closing; hives|rash ~4
    throat|breath*|face|spreading|swell*|lips; swallow*|ate|eaten|drank|licked|sucked|chewed|inhaled ~4 dishwasher|laundry|tablet|tabs|pod|pods|
    bleach|nail|button|magnet|magnets|lithium|coin|slug|rat|antifreeze|lamp|oil|weedkiller|descaler|
    limescale|cleaner|solvent|gummies|edibles|foxglove|berries|cream|remover|marbles|beads ~3 !order|delivered;
    descaler|bleach|ammonia|cleaner|acid|chlorine|fumes ~4 eyes|eye|mouth|swallow*|drank|breath*|throat|lungs|face ~2 !clean; cant|cannot|lost
    see|sight|vision ~3 eye|eyes|suddenly|bleach|after; ive|i|hes|shes|he|she|took|taken|overdid ~3 overdosed|oded; drank ~4 wont|not|cant
    wake|respond*|move|breath*; wont|not|cant|isnt|cannot|dont|doesnt wake|waking|rouse|respond|responding|react ~1 him|her|up|to|anymore|at;
    fell|fallen|fall|slipped|tripped|collapsed|dropped|keeled|slumped|found ~4
    moving|breathing|get|awake|wake|floor|unconscious|hip|head|responding|ground|up|responsive|bleeding ~1 !price|prices; bleeding|blood|bleeds ~5
    pregnant|weeks|soaked|towel|towels|everywhere|gush*|spurt*|clot*|nose|ear|artery !sugar|pressure|test; pregnant|weeks ~5
    bleeding|blood|contractions|waters|cramps|kicking|moving|pain|moved|faint; waters broke|gone|broken; baby ~3 crowning|coming ~1
    now|out|here|fast|early; i can see ~2 head; sugar|glucose ~3 40|30|crash*|low|unconscious|shak*|2|600|seizure; diabetic ~5
    unrespons*|sweat*|confused|shaking|insulin|collapsed|unconscious|low|wake; last|out|no ~2 insulin|dialysis|oxygen ~3
    gone|left|hospital|hours|days|since|ran; oxygen ~3 empty|failed|stopped|alarm|low|beep*|machine ~4 breath*|mum|dad|husband|wife|now|cant|blue;
    heart stopped|pounding|skipping ~1 !beat; pass|passing|black|blacking|faint|fainting out|now ~3 alone|soon|help|now|here|cant; going to
    pass|faint; drown*|sank|under|pulled ~3 pool|water|lake|bath|river|sea ~3 !proof|resistant; pool|bath|lake ~4 breath*|pulse|blue|face
    down|floating; heat|hot|sauna|sun ~4 unconscious|collapsed|passed|stroke|delirious; burn*|scald* ~4
    boiling|oil|blister*|skin|fire|hospital|acid|all|peeling|arm|face ~1 !cd|dvd|candle|fuel|calories; ambulance|911|999|112 ~3
    now|here|coming|please|address|quick|get|send|cant|line|busy !bill|cover; help ~2 dying|bleeding|breathe|fire|drowning|stabbed; overheated ~2
    baby|child; lump|stuck|caught|lodged in ~1 his|her|my|throat|windpipe ~1 throat|windpipe ~1 !code; choking|chokes ~2
    food|meat|grape|sweet|toy|bead|help|him|her|coin|sausage|apple|piece; stiff neck; meningitis; sepsis; pulmonary|embolism|stroke ~2
    now|think|having|had; abgesagt|abgesagt; rohrreiniger|spulmaschinentab*|spulmaschinen|entkalker|lampenol|waschmittel|tab|nagellackentferner|
    abflussreiniger|frostschutz*|munze|murmel|perle ~5 getrunken|verschluckt|gegessen|mund|geschluckt|augen|gehabt|gekaut|geleckt;
    trank|getrunken|gegessen|verschluckt|geschluckt|geschluckt|gegriffen ~4 rohrreiniger|entkalker|lampenol|benzin|putzzeug|munze|perle|magnet*|
    batterie|tabs?|pilz*|beeren|eisenhut|fingerhut; schaum ~4 mund|spuckt|lippen; spuckt|kommt ~2 schaum|blut;
    wird|lauft|war|ist|ganz|lippen|gesicht ~3 blau|grau|schlaff|bleich|steif|lila ~2
    im|an|gesicht|lippen|fieber|baby|und|ganz|angelaufen|!wie|lieferbar ~1 !auto; laufe|lauft|lauf ~2 rot|blau an;
    mundwinkel|gesicht|mund|auge|gesichtshalfte ~3 hangt|schief|gelahmt|taub|herunter|runter; redet|spricht|sprechen|sprache|worte ~4
    wirr|verwaschen|lallt|komisch|undeutlich|raus|finde|verschwommen; lallt; sehe|sieht ~2 doppelt|verschwommen|schwarz|sternchen|nichts ~6
    arm|taub|mund|sprech*|kopf|schwindl*|schwanger|kraft|worte|gesicht; gas ~5
    schwindelig|schwindlig|ubel|kopfschmerz*|mude|kinder|riecht|ausstrom*; riecht ~3 gas !grill; brennt|brand|flammen|feuer|rauch ~3
    wohnung|kuche|haus|zimmer|uns|dach|keller|schlafzimmer|treppenhaus|bei|uberall ~1 !licht|lampe|led; bei uns|mir brennt es; wach|wecken|aufwecken
    ~2 kriegen|kriege|bekomm*|nicht; nicht ~2 wach|aufzuwecken|wecken|ansprechbar; finger|hand|daumen|arm|zeh|fuss|bein ~4
    abgesagt|abgeschnitten|ab|abgetrennt|gesagt|aufgeschnitten|gequetscht|eingeklemmt; etwas|fleisch|traube|nuss|bonbon ~3 hals|rachen|luftrohre ~3
    steck*|lauft|luft|rot|wurgt|blau; verschluckt ~4 luft|blau|rot|atm*|hustet|knopf*|nicht; fieber|fiebert ~3
    40|41|42|schlaff|krampf*|apathisch|steif; baby|kind|saugling|sohn|tochter|kleiner|kleine|enkel ~4 schlaff|apathisch|krampft|blau|reagiert|
    grau|leblos|fieberkrampf|bewusstlos|regungslos|erstickt|benommen ~1 !jeans; unfall ~5 verletzt*|blut*|eingeklemmt|tot|bewusstlos|liegt|schwer;
    schwer verletzt*|verwundet; niedergestochen|angestochen|angeschossen;
    ohnmachtig|bewusstlos|kollabier*|umkippen|umgekippt|weggetreten|leblos|regungslos; schwarz vor augen; wespe*|biene*|stich|nuss*|erdnuss* ~6
    zunge|hals|luft|schwillt|geschwollen|gesicht|mund|quaddeln; schwillt|schwellen|angeschwollen|dick|zugeschwollen ~3
    zunge|hals|gesicht|lippen|zu|an|augen ~1 !akku; zunge|hals|lippen|gesicht ~3 schwillt|geschwollen|dick|zu|anschwell*;
    engegefuhl|herzrasen|brustenge|kaltschweissig*|luftnot|kurzatmig; brust ~4 eng|druck|arm|kiefer|brennt|elefant|zieht|zusammen|schmerz*|stechen;
    linker|linke|linken arm|hand|seite|korperhalfte ~4 taub|kribbelt|schmerz*|bewegen|weh|gelahmt|kraft; schwanger* ~6
    blut*|wehen|fruchtblase|schmerzen|krampf*|bewegt|ohnm*; baby|kind kommt ~1 jetzt|gleich|schon|raus; geplatzt ~2 fruchtblase|blase; aus
    versehen|versehentlich ~4 tabletten|zu|uberdosis|insulin|doppelt|falsche; zuckerschock|unterzucker|hypo|hypoglykamie; zucker|blutzucker ~3
    30|40|bei|tief|niedrig|600|zittert !messgerat; insulin|spray|sauerstoff ~4 leer|aus|alle|kein|fehlt|keins;
    notarzt|krankenwagen|rettungswagen|rettung|feuerwehr ~3 schnell|sofort|bitte|schicken|kommen|her|holen|rufen;
    schicken|schickt|ruft|rufen|holen|holt|rufe ~4 notarzt|krankenwagen|rettung*|arzt|112|hilfe|feuerwehr|144; stromschlag|elektrischer schlag;
    mousse|ecume|bave ~3 bouche|levres|crache; crache|vomit ~2 mousse|sang; sent|odeur|fuite ~2 gaz ~6
    tete|malaise|nausee*|vertige*|enfants|tourne|vite|!butane; gaz ~6 tete|vertige*|vomi*|malaise|tourne;
    maison|cuisine|appartement|immeuble|chambre|voiture|lit|four ~1 est|brule|prend|en ~1 en? feu|flammes|brule; feu|fumee|flammes ~3
    maison|cuisine|partout|chambre|appartement|entre|coince* ~1 !rouge|vert; perds|perd|perdu|rompu|rupture les|la|des|de ~1 eaux|poche;
    tombe*|tomber ~1 dans les pommes|coma|escalier*; tourner de l; mou|molle|inerte|gris|bleu|bleue|livide|amorphe ~4
    bebe|fievre|enfant|fils|fille|brulant|respire*|bouge; bebe|enfant|fils|fille|petit|petite|nourrisson|gamin ~4
    mou|molle|inerte|brulant|convuls*|bleu|etouffe*|avale|fievre|reagit|reveille|suffoque ~1 !taille|marine|ciel|jean; fievre ~4
    40|41|42|convuls*|mou|raide|reagit; accident ~5 blesse*|mort*|grave|sang|coince*|bouge|inconscient*|urgence; blesse|blesses|blessee ~1
    grave*|par|au; poignarde|poignardee|electrocute*; bouche|visage|levre|paupiere|bras ~4 tombe*|tordue|travers|pend|paralys*|engourdi*|de
    cote|deforme*|fourmi*|lourd ~1 !prix; mots|parole|parler|paroles ~3 sort*|trouve*|incomprehensible|bafouille|arrive|bizarre|pateuse|confus*;
    vois|voit|vue|vision ~2 double|trouble|flou|noir|etoiles ~6 bras|tete|bouche|mal|enceinte|mots|parler|visage;
    guepe|abeille|piqure|arachide|cacahuete*|noix|crevette* ~6 gonfl*|langue|gorge|respir*|visage|boutons|levres|plaques; gonfl*|enfl* ~3
    langue|gorge|visage|levres|yeux ~1 !ballon|pneu; avale|bu|mange|suce|mis|gobe|croque|boit|ingere ~5 pastille|tablette|lave|deboucheur|
    detartrant|pile|bouton|bille|aimant*|dissolvant|piece|desherbant|huile|javel|champignon*|baies|
    perle|comprime*|antigel|produit; beaucoup|bien trop ~1 de cachets|medicaments|comprimes|insuline|gouttes|doliprane; trop bu ~4
    reveille|bouge|repond|respire; oppress*|serrement|etau|serre ~3 poitrine|coeur|thorax|machoire|bras; bras gauche; sueur*|transpir* ~3
    froide*|poitrine|bras|coeur|pale; enceinte ~6 saign*|sang|contraction*|eaux|mal|bouge|perds|douleur*|malaise; bebe ~2 arrive|sort|vient ~1
    maintenant|la|deja|vite !lundi|demain; doigt|main|pouce|bras|orteil|jambe ~3 coupe|sectionne*|arrache*|scie|ecrase*|coince*; s est
    coupe|ouvert|sectionne|electrocute*|brule|effondre*|evanoui*|ecroule*; effondre*|ecroule*|affaisse*|evanouie*|evanouir ~3
    !marche|prix|bourse|site; appelez|envoyez|appeler|faites ~3 ambulance|samu|pompiers|secours|urgences|15|112|medecin|18;
    insuline|oxygene|inhalateur|ventoline ~4 plus|vide|panne|manque|fini|sans|cassee; espuma ~4 boca|echa|echando|sale|suelta; huele|olor|fuga ~2
    gas ~6 mareados|mareado|mareada|mareo|cabeza|vomit*|ninos|nauseas|sueno; quema|quemando|incendia|incendio|arde|ardiendo|fuego|llamas|humo ~3
    casa|cocina|piso|apartamento|edificio|habitacion|coche|bebe|todo|cuarto|entra*; casa|cocina|piso ~2 llamas|ardiendo|quemando|incendi*;
    atragant*|ahog*|asfixi*|sofoc* ~1 !trabajo|deudas|vaso|!en|precios; flojo|floja|flacido|inerte|gris|morado|azul|palido|decaido ~4
    bebe|nino|nina|fiebre|recien|hijo|respira|labios; bebe|nino|nina|hijo|hija|pequeno|recien ~4 flojo|flacido|convuls*|ardiendo|azul|morado|
    trago|comio|inerte|reacciona|despierta|ahog*|fiebre|mueve ~1 !talla|marino|color; fiebre ~4 40|41|42|convuls*|decaido|reacciona|rigido;
    accidente ~5 herido*|heridos|muerto*|grave|sangre|atrapad*|inconsciente|ambulancia; herido|herida|heridos ~1 grave*|de|muy;
    apunalad*|electrocut*|baleado|acuchillad*; cara|boca|labio|parpado ~3 caida|torcida|cae|chueca|paralizada|dormida|media|lado|torcio; media
    boca|cara; palabras|hablar|habla ~4 salen|raro|enreda*|balbuce*|puede|arrastra*|cuesta|sin sentido; salen ~2 palabras; veo|ve|vision|vista ~2
    doble|borros*|negro|estrellas|nublad* ~8 boca|brazo|cabeza|hablar|embarazada|palabras|cara|mare*;
    avispa|abeja|picadura|cacahuete*|mani|nueces|marisco|gambas ~6 hinch*|lengua|garganta|respir*|cara|ronchas|labios|cierra; hinch* ~2
    lengua|garganta|cara|labios|ojos; bebio|bebido|trago|comio|tomo|tragado|chupo|bebi|lamio|comido|metio ~4 desatascador|pastilla*|lavavajillas|
    lejia|pila|moneda|quitaesmalte|descalcificador|iman*|anticongelante|insecticida|capsula|bolita|
    canica|boton|suavizante|setas|amoniaco|detergente|aceite; bebido|bebio|tomado ~3 no ~1 despierta|reacciona|responde|respira;
    opresion|presion|apreton|dolor ~3 pecho|corazon|mandibula|brazo ~1 !arterial; brazo izquierdo; sudor* ~3 frio*|pecho|brazo|palid*|fria;
    embarazada ~6 sangr*|contraccion*|aguas|dolor*|mueve|desmay*|pierdo; bebe ~2 viene|sale|saliendo ~1 ya|ahora !en|el|la;
    cortado|corto|amputo|arranco|aplasto|atrapo|cortarse ~3 dedo|mano|pulgar|brazo|pie|arteria|pierna; desplom*|desmay*|desvanec* ~1 !precio|bolsa;
    llamen|manden|envien|llame|mande|llamad|enviad ~3 ambulancia|medico|bomberos|112|911|urgencias|emergencias|policia;
    insulina|oxigeno|inhalador|ventolin ~4 sin|acab*|vacio|falta|queda|roto|agot*; pulso ~1 no|sin; espuma*|espumando ~4 boca|pela|saindo|sai;
    cheira|cheiro|fuga|vazamento ~2 gas ~6 tont*|cabeca|enjoad*|vomit*|criancas|sono|mal; fogo|incendio|chamas|fumo|fumaca ~3
    casa|cozinha|quarto|apartamento|predio|pegando|tudo|entra* ~1 !lareira; casa|cozinha|quarto|apartamento|predio ~2
    fogo|chamas|arder|ardendo|queimando|incendi*; pegando|pegou|a fogo|arder; mole|molinho|cinzento|inerte|roxo|azul|palido ~4
    bebe|filho|filha|crianca|febre|respira|nascido|labios; bebe|filho|filha|crianca|menino|menina|nascido ~4
    mole|roxo|azul|engoli*|engasg*|convuls*|febre|reage|inerte|acorda|comeu|queimou|mexe !tamanho; febre ~3 40|41|42|alta|convuls* ~3
    mole|bebe|convuls*|reage|filho|filha|rigid*|delir*; acidente ~5 ferido*|mort*|grave|sangue|pres*|inconsciente*|ambulancia; ferido|ferida|feridos
    ~1 grave*; esfaquead*|eletrocut*|balead*; cara|boca|rosto|labio ~3 torta|torto|caiu|caida|caido|lado|dormente|descaida|paralis*;
    palavras|falar|fala|fala ~4 saem|enrol*|consegue|consigo|estranho|arrast*|embolad*|direito|sentido !atendente; vejo|vendo|ve|visao|vista ~2
    dobr*|turva|embacad*|pret*|dupl* ~8 boca|braco|cabeca|falar|gravida|palavras; vespa|abelha|picada|amendoim|camarao|nozes|ferrao ~6
    inch*|lingua|garganta|respir*|cara|rosto|labios; inch* ~2 lingua|garganta|cara|rosto|labios|olhos;
    bebeu|engoliu|comeu|tomou|bebi|chupou|meteu|colocou ~4 desentupidor|pastilha*|capsula|lixivia|pilha|moeda|acetona|agua sanitaria|ima*|botao|
    descalcificante|inseticida|chumbinho|soda|detergente|cloro|querosene|bolinha|amaciante; bebeu ~3 nao ~1 acorda|reage|responde|respira;
    comprimidos|remedios|remedio ~1 demais|muitos|tantos|dobro; dor|aperto|pressao|pontada ~4 peito|coracao|braco|mandibula|torax ~1
    !arterial|braco; braco dormente|esquerdo; suor|suando ~3 frio|peito|palid*|braco; gravida ~6 sangr*|contrac*|aguas|dor|dores|mexe|desmai*|perd*;
    bebe ~2 nascendo|saindo|vir|nascer ~1 agora|ja|!em; cortou|decepou|arrancou|esmagou|prendeu|cortei|serrou ~3
    dedo|mao|polegar|braco|pe|arteria|perna; mandem|chamem|enviem|manda|chamar|liguem ~3
    ambulancia|samu|inem|bombeiros|112|192|medico|socorro|policia; insulina|oxigenio|bombinha|inalador ~4 acab*|sem|vazi*|falta|quebr*; schiuma|bava
    ~4 bocca|esce|labbra; odore|puzza|fuga|perdita ~2 gas ~6 testa|gira|nausea|vomit*|capogiri|bambini|sonno|male; fuoco|fiamme|incendio|fumo ~3
    casa|cucina|camera|appartamento|palazzo|ovunque|tutto|entra* ~1 !artificio; casa|cucina|camera|appartamento ~2
    fuoco|fiamme|bruciando|brucia|incendi*; molle|grigio|floscio|inerte|cianotico|pallido|blu|viola ~4
    neonato|bambin*|bimb*|febbre|scotta|figli*|respir*|labbra; neonato|bambin*|bimb*|figli*|piccol* ~4
    molle|scotta|inerte|convuls*|blu|ingoiat*|soffoca*|febbre|reagisce|svegli*|mangiato|bevuto|muove !taglia|marino; febbre ~4
    40|41|42|convuls*|rigid*|reagisce; incidente ~5 ferit*|mort*|grave|sangue|incastrat*|incoscient*|ambulanza; ferito|ferita|feriti ~1
    grave*|gravi; accoltellat*|folgorat*|sparato ~3 !processo; scossa ~4 cuore|corrente|braccio|batt*|terra|mano|!terremoto; preso|prese|presa la
    scossa; bocca|faccia|viso|labbro|palpebra ~3 storta|storto|cadente|caduta|penzola|paralizz*|pende|addormentat*|giu; parole|parlare|parla ~4
    escono|male|biascic*|farfugli*|riesce|riesco|strascic*|senso|strano; vedo|vede|vista ~2 doppio|sfocat*|nero|annebbiat*|stelle ~8
    bocca|braccio|testa|parl*|incinta|parole|viso; vespa|ape|puntura|arachid*|noccioline|noci|gamberi ~6 gonf*|lingua|gola|respir*|viso|labbra;
    gonfi* ~2 lingua|gola|viso|labbra|occhi; bevuto|ingoiato|mangiato|messo|succhiato|leccato|beve ~4 sgorgante|disgorgante|pastiglia|
    lavastoviglie|candeggina|pila|moneta|acetone|solvente|anticalcare|calamita|insetticida|bottone|
    biglia|ammorbidente|funghi|capsula|perlina|ammoniaca|antigelo|detersivo; bevuto ~2 troppo ~3 sveglia|risponde|respira|reagisce;
    dolore|peso|pressione|morsa|fitta|oppressione ~4 petto|cuore|mandibola|mascella|torace ~1 !arteriosa; braccio sinistro|addormentato; sudor* ~3
    fredd*|petto|braccio|pallid*; incinta ~6 sangu*|perd*|contrazion*|acque|dolor*|muove|sven*; bambino|bimbo ~2 nascendo|uscendo|nasce ~1
    ora|adesso|!a; tagliat*|amputat*|mozzat*|schiacciat*|tranciat*|incastrat*|segat* ~3 dito|mano|pollice|braccio|piede|arteria|gamba;
    crollat*|collassat*|accasciat* ~3 terra|muove|risponde|pavimento|respira|improvvis*; mandate|chiamate|mandi|chiami|inviate ~3
    ambulanza|soccorsi|118|112|medico|pompieri|polizia|aiuto; insulina|ossigeno|inalatore|ventolin ~4 finit*|senza|vuot*|manca|rotto; schuim ~4
    mond|lippen|spuugt; ruikt|geur|gaslek|gaslucht ~3 gas|duizelig|misselijk ~6 duizelig|misselijk|hoofdpijn|kinderen|ziek|slaperig|hier|huis|!bbq;
    huis|keuken|flat|appartement|slaapkamer|woning|bed ~2 brand|vlammen|fik; brand|vlammen|rook ~4
    keuken|huis|slaapkamer|trap|overal|woning|hier|opgesloten ~1 !melder|meldkamer|wond; stroomschok|elektrische schok|geelektrocuteerd;
    vinger|hand|duim|arm|teen|voet|been ~4 af|afgezaagd|gezaagd|afgesneden|eraf|geplet|klem|gesneden;
    slap|slapjes|grauw|blauw|lusteloos|levenloos|wit ~4 baby|kind|koorts|zoon|dochter|ademt|lippen|peuter;
    baby|kind|zoon|dochter|peuter|zoontje|dochtertje ~4 slap|suf|koorts|blauw|stuip*|ingeslikt|stikt|reageert|wakker|levenloos|gegeten|gedronken|
    sufjes|mond|verslikt ~1 !maat; koorts ~3 40|41|42|slap|stuip*|suf|stijf; stuiptrek*|stuipen|stuip; ongeluk|aanrijding ~5
    gewond*|dood|bloed*|bekneld|bewusteloos|ligt|zwaar|ambulance; zwaargewond*|neergestoken|neergeschoten; gewond ~2 zwaar|ernstig|bloed*;
    mond|gezicht|mondhoek|ooglid ~3 scheef|hangt|verlamd|doof|slap|scheve|omlaag; praat|praten|woorden|spreekt ~4
    raar|wartaal|onduidelijk|kom|lukt|lallen|dubbel|vreemd|niet; zie|ziet ~2 dubbel|wazig|zwart|sterretjes ~8
    mond|arm|hoofd|praten|zwanger|gezicht|woorden|duizelig; wesp*|bij|steek|pinda*|noten|garnalen ~6 zwel*|tong|keel|adem*|gezicht|lippen|opgezet;
    zwel* ~3 tong|keel|gezicht|lippen|ogen; dronk|gedronken|slikte|ingeslikt|gegeten|at|gelikt|mond|doorgeslikt ~5 gootsteenontstopper|ontstopper|
    vaatwastablet*|vaatwas*|ontkalker|batterij|knoopcel|muntje|munt|chloor|bleek|aceton|magneet*|
    antivries|wasmiddel|knikker|ammoniak|kraal|spiritus|bessen|ontkalkingsmiddel; druk|pijn|strak|beklemmend|knellend ~3 borst|hart|kaak|linkerarm;
    linkerarm ~3 doof|gevoelloos|tintel*|pijn|zwaar; zweet ~2 koud|klam; zwanger ~6 bloed*|weeen|vliezen|pijn|voel|beweegt|flauw*;
    verslikt|verslikte ~4 blauw|adem*|lucht|rood|hoest*|niet; baby komt ~1 nu|eraan|eruit; dronken ~4 wakker|reageert|ademt|bij;
    zakt|zakte|gezakt|ineen|elkaar ~2 elkaar|gezakt|grond ~4 beweegt|reageert|ademt|!prijs; stuur|bel|sturen|bellen ~3
    ambulance|112|brandweer|dokter|politie|hulp; insuline|zuurstof|inhalator|puffer ~4 op|leeg|kwijt|geen|kapot ~1 !bestelling`

/** Weak signs, told apart; two of different name in one text say as much as one plain sentence. */
export const bodySigns = {
  head: `
    see|seeing|vision double|blurred|blurry; sehe|sehen doppelt|verschwommen; vois|vision double|trouble; veo doble|borroso; vejo|vendo
    dobrado|turvo|duplo; vedo doppio|sfocato; zie|ziet dubbel|wazig; dizzy|lightheaded|confused; schwindelig|schwindlig|verwirrt;
    vertiges|confus|confuse; maread*|confundid*; tont*|confus*; confuso|confusa|stordit*|giramenti; duizelig|verward;
    severe|worst|terrible|splitting headache|head; starke|heftige kopfschmerzen; headache|migraine`,
  speech: `
    words ~2 out|come|wrong; cant|cannot ~2 speak|talk ~1 properly|right|well; no me salen; palabras|palavras|parole ~2 salen|saem|escono; worte ~3
    raus|finde|nicht; mots ~3 sort*|trouve; woorden ~3 niet|komen; slurr*; droop*;
    mouth|face|cara|boca|bouche|visage|mund|gesicht|bocca|viso|faccia|mond|gezicht|rosto ~3
    droop*|cae|caida|torta|storta|tombe*|hangt|schief|scheef|numb|taub|tordue`,
  limb: `
    arm|leg|hand|side|fingers ~3 numb|weak|tingl*|heavy|paraly*|feel; left arm; arm|bein|hand|seite ~3 taub|schwach|kribbel*|gelahmt;
    bras|jambe|main|cote ~3 engourdi*|faible|fourmi*|lourd; brazo|pierna|mano|lado ~3 dormid*|debil|hormigue*; braco|perna|mao|lado ~3
    dormente|fraco|formig*; braccio|gamba|mano|lato ~3 addormentat*|debol*|formicol*|pesante; arm|been|hand|kant ~3
    doof|slap|tintel*|gevoelloos|zwaar`,
  chest: `
    chest|jaw ~3 pain|tight*|hurts|pressure|burning|heavy; heart ~2 racing|pounding|fluttering; brust|kiefer ~3 weh|druck|eng|schmerz*|sticht;
    herzrasen; poitrine|machoire ~3 mal|serre*|douleur; pecho|mandibula ~3 duele|dolor|aprieta|opresion; peito|mandibula ~3 doi|dor|aperto;
    petto|mandibola|mascella ~3 male|dolore|stringe|peso; borst|kaak ~3 pijn|druk|strak; short of breath; cold sweat; sweating; sudor frio|fria;
    suor frio; sudore freddo; kalter schweiss; sueurs froides`,
}
