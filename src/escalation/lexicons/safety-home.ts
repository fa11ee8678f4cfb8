/** More of how people speak of being beaten, used, watched or held, in seven languages; how phrases are written: ../phrases.ts. */
export const home = `
    checks|check|checking|reads|read|monitors|watches|goes|looks|unlocks|searches|controls|tracks|opens ~1 through|all|at|everything|every? ~1 my ~1
    phone|messages|texts|location|letters|chats|calls|whatsapp|money|bank ~6
    delete|erase|hide|scared|afraid|punish*|beat*|hit*|angry|mad|kill*|hurt*|dont;
    husband|boyfriend|partner|he|wife|she|ex|dad|father|mum|mother|stepdad|family|they ~2
    checks|monitors|controls|tracks|reads|watches|opens|takes|took|hides|keeps|spends|locks|stole ~2 my ~1 phone|messages|texts|location|
    movements|wages|salary|money|pay|passport|card|cards|id|keys|pills|medication|clothes|letters|
    benefits|pension; get|gets|got|be|am|is punished|beaten|hit|slapped|whipped|belted|battered|thrashed|kicked !with|by|fee|out|from|for;
    not|never|isnt|arent|aint allowed ~2 ~1 own|phone|friends|family|outside|leave|talk|speak|job|eat|sleep|toilet !bag|on|policy;
    put|puts|installed|hid|found ~2 tracker|airtag|gps|spyware|stalkerware|camera|cameras|keylogger ~3 on|in|my|phone|car|bag|bedroom|bathroom; next
    door|neighbour|neighbor|upstairs|downstairs ~5 beats|beating|hits|hitting|screaming|screams|hurting|thumping|crying|begging|strangling;
    hear|heard|hearing|see|saw|seeing|watch|watched ~4 beating|hitting|screaming|begging|hurting|raping|choking|slapping|kicking|starved;
    restraining|protection|protective|barring order ~3 !form|fee; keeps|kept|keep turning|showing|coming|waiting up|outside|round|back|at|near ~2
    my|the|work|house|home|outside; if|when|unless|before i leave|left|go|tell|speak|talk|move ~2 him|her|them|anyone|anybody|out;
    says|said|swears|swore|promised|threatened|threatens|told ~3 kill|hurt|beat|burn|stab|find|end|finish me|us|himself|my|the|him|her|them ~1 !if
    i|know|when|on; pushed|pushes|threw|thrown|shoved|dragged|dragging|grabbed|grabs|pinned|pins|slammed|shook|shaking|
    kicked|choked|spat|hit ~1 me|her|him|us|my|the ~1 stairs|wall|floor|hair|neck|throat|ground|arm|down|bed|against|face|baby|wrist|daughter|son|
    kid|head|wife|mum; ended|end|ends|woke|wake|left ~1 me|with|up ~1 me? on|in|with|lying the|a|hospital|bruises|black|blood ~1
    floor|eye|bruises|hospital|again|bleeding; hits|hit|beats|beat|whips|whipped|belts ~2 us|me|kids|her|him|children|baby ~2
    belt|stick|cable|hard|again|every|until|when; doesnt|dont|wont|never|not give|gives|giving|let|lets|feed|feeds us|me|him|her|them|the ~1
    food|eat|kids|baby|medicine|medication|sleep|water !option; man|men|guy|adult|stranger|someone|grown|person|teacher|coach|user|account|30|40|50
    ~6 asks|asking|asked|wants|sent|sending|sends|messaging|begging|pressuring ~3
    daughter|son|child|kid|girl|boy|sister|niece|me|minors|students|her|him ~4
    pictures|pics|photos|nudes|meet|naked|selfies|undress|video|videos|secret|alone|body|webcam|clothes; wants|want|asked|asks|asking|told|trying ~2
    to? meet me|my|up|alone|with ~3 alone|secret|daughter|son|hotel|child|parents|tell|13|12|14|15|11; im|am|shes|hes|is|aged|only
    9|10|11|12|13|14|15|eleven|twelve|thirteen|fourteen|fifteen ~10 touch*|meet|pics|pictures|photos|scared|hits|hurt|nude*|naked|film*|man|guy|
    uncle|stepdad|send|secret|home|afraid|cut*|pregnant|forces|makes|alone; carer|nurse|caregiver|grandson|staff|daughter|son|nephew ~4
    slaps|hits|slapped|hit|pinches|starves|shouts|ties|tied|steals|rough|locks|bruis* ~2
    my|grandma|her|him|grandmother|grandad|residents|mum|dad|mother|father|old;
    escaped|fled|ran|running|flee|fleeing|escape|hiding|left|hide|get|away from ~1 my|a|him|an|abusive|home|violent ~2
    husband|ex|partner|boyfriend|him|father|dad|man|family|home|wife|abuser|stepdad|house ~1 !view|list|to; shelter|refuge ~3
    women*|address|from|hiding|kids|secret|husband; looking|searching|hunting for us|me !on|a; marrying|marry|married me|her|us|sister
    off|to|against|cousin|old; sending|send|taking|take me|her|us ~3 marry|married|cut|circumcis*; fgm; uncle|stepdad|stepfather|dad|father|
    brother|teacher|coach|priest|grandpa|cousin|boss|doctor|neighbour|neighbor|carer|boyfriend|
    therapist|he|manager ~3 touched|touches|touching|gropes|groped|fondl*|films|filmed|filming|watches|undress*|rubs|kisses|
    kissed|flashed me|girls|us|my|kids|her|boys|him|children|himself|sister ~1 !base|up|on; touches|touching|touched the|my|little|us|her|his ~1
    girls|kids|boys|students|daughter|son|sister|children|privates|bits; dirty|sexual|nude|naked|creepy|sexy|inappropriate
    messages|texts|photos|pics|videos|pictures|things|stuff ~6 im|me|daughter|son|12|13|14|15|child|kid|student*|minor;
    makes|made|make|making|forces|forced|forcing me|her|him|us|them ~2 things|undress|watch|touch|sleep|sex|films?|do|beg|work|kneel ~3
    things|want|films|naked|camera|bed|him|money|men|secret|free|floor; films|filmed|filming|recorded|records|films|photographs
    me|us|her|my|kids|him ~3 shower|naked|undress*|sleep*|bathroom|toilet|bed*|nude|secret*|sex*|without; egg shells|eggshells;
    broke|breaks|broken|fractured|dislocated my|her|his ~1 arm|nose|jaw|ribs|rib|tooth|finger|wrist|phone ~3
    again|last|because|when|yesterday|me|he|angry|husband; locked|locks|locking|shut|trapped|chained|tied|kept ~1
    me|us|her|him|brother|sister|kids|boy|girl|in|up|dog? ~2 in|out|inside|up|for|days|bed|radiator ~1 days|room|basement|cellar|house|flat|
    garage|cupboard|closet|bathroom|bedroom|attic|shed|night|two|without|again|here;
    breaking|break|broke|kicking|kick|banging|forcing|smashing|bashing ~1 down|in|on|into|open|at|my|the|our|through ~2
    door|window|house|flat|shop|room ~3 !on|code; hiding|hide|hid|locked|barricad* ~1 myself? in|under|behind|inside the|my|a|bathroom|bed ~1
    bathroom|bed|closet|bedroom|toilet|cupboard|wardrobe|attic|car|basement|storeroom|back|loo|storage|
    room; hes|he|theyre|someone|somebody|shes ~1 outside|downstairs|here|coming|inside|back ~3
    now|door|help|gun|knife|angry|drunk|kill|quiet|whisper|talk|call|hide|scared|hurry; cant|cannot ~1 talk|speak|call|make ~2
    hell|he|hear|hears|noise|sound|next|loud|out|listening; work|working ~4 without|no|for ~1 pay|paid|wages|nothing|sleep|passport* ~3
    passport*|locked|leave|kept|threat*|house|debt; passport|passports|documents|papers ~3 taken|took|hold|holds|kept|keeps|locked|away; threat* ~2
    me|us|her|him|my ~3 knife|gun|photos|kids|children|deport*|immigration|kill|life|job|again;
    hit|hits|slap|slaps|beat|beats|kick|kicks|choke|chokes|punch|punches|burn|burns|hurt|hurts me|us|her|him|my ~1
    when|if|again|every|because|last|and|for|till|until|in !with|wallet|hard; wont|doesnt|didnt stop ~1
    hitting|touching|following|texting|calling|beating|hurting|messaging|shouting ~2 me|us|her|my|him; raped|rape|raping|molest*|groped|spiked ~3
    me|her|him|us|my|by|last|drink|night|party|at; drugged|spiked|roofied my|me|her|drink; had|have|made to ~1 sex|sleep|do ~3
    didnt|against|forced|want|no|rent|money; pressured|blackmail*|coerced|threatened|threatening ~3
    sex|nudes|photos|pics|videos|send|share|leak|post; share|send|post|leak|show ~2 my|the|those|her|intimate|private|nude ~2
    pics|photos|videos|nudes|pictures|video ~3 family|friends|boss|work|everyone|school|if|unless|online|me;
    child|kid|kids|baby|toddler|boy|girl|children|boys|neighbours|neighbors ~4
    crying|screaming|locked|alone|starv*|hungry|bruis*|neglect*|begging|dirty|cold|cries|screams ~4 hours|days|nobody|food|alone|home|car|outside|
    garden|night|parents|help|heat|balcony|week|basement|every; kids|children|child|baby|boys ~2 without|no food|heating|parents|water|supervision
    ~3 days|alone|locked|week; bruises|burns|marks|welts|cuts|black|blue ~3
    child|kid|pupil|student|daughter|son|boy|girl|grandma|neck|mother|patient|grandson|resident|baby; black eye|eyes; dont|cant|not
    let|tell|want|mustnt|have|allow ~1 him|her|them|husband|ex|partner ~2 know|find|see|where|out ~4
    live|address|moved|chatting|kill|beat|hurt|where|i|angry|new; find|finds|found|track|tracked|tracks ~1 me|us|out ~2
    kill|hurt|beat|hes|shelter|ex; pide|pidiendo|pidio|pede|pediu|pedindo|chiede|chiesto|demande|demandes|wants|asks|vraagt ~3
    foto|fotos|photos|pictures|pics ~4 hija|hijo|filha|filho|figlia|figlio|fille|fils|daughter|son|dochter|zoon; live|living in fear|terror;
    scared|afraid|terrified|frightened|fear ~2 at|of|to|for|in ~2 home|him|her|husband|partner|dad|ex|boyfriend|mum|stepdad ~1 !of|insurance|policy;
    kontrolliert|liest|uberwacht|durchsucht|ortet|trackt|schaut ~3 mein|meine|meinen|alle ~2
    handy|nachrichten|chats|telefon|standort|geld|whatsapp|anrufe|kontoauszuge;
    lauert|lauerte|auflauert|nachstellt|stellt|wartet|steht|folgt|verfolgt|taucht ~2 mir|mich|uns|ihr ~4
    auf|nach|arbeit|haus|uberall|tur|schule|hin|bis|standig|immer ~1 !entgegen; geflohen|gefluchtet|abgehauen|weggelaufen|versteckt|verstecke|
    verstecken|fluchten|untergetaucht|eingeschlossen|verbarrikadiert ~3 vor|mann|ihm|bad|bei|frauenhaus|keller|schrank|bett|toilette|zimmer|klo; vor
    ~2 mann|ex|vater|freund|ihm|partner|familie|exmann|exfreund ~2
    geflohen|gefluchtet|versteckt|verstecken|verstecke|abgehauen|weggelaufen|fluchten|gewarnt; frauenhaus; schutzhaus; adresse|nummer|wohnort ~3
    nicht ~2 erfahren|finden|wissen|rausfinden|sehen; darf|soll ~2 nicht ~3 erfahren|wissen|finden|sehen|mitbekommen|mitkriegen ~3
    wo|dass|sonst|chat|adresse|schreibe|schlagt|geflohen; tritt|hammert|schlagt|bricht|poltert|trommelt ~5
    tur|wohnungstur|fenster|badtur|haustur|wohnung ~2 ein|auf|gegen|an?; eingeschlossen|eingesperrt|verbarrikadiert ~4
    bad|badezimmer|zimmer|schlafzimmer|keller|klo|wohnung|toilette|balkon; erwachsener|mann|fremder|typ|jemand|trainer|lehrer|onkel ~6
    tochter|sohn|kind|madchen|mir|mich|enkelin ~4 treffen|fotos|bilder|nackt*|anfassen|schreibt|chattet|angefasst|video*|auszieh*|ausziehen;
    verheiraten|zwangsverheirat*|verheiratet ~3 wollen|mich|werde|werden|gegen|soll|zwang*; wollen|will mich|uns|sie|schwester ~2
    verheiraten|verkaufen|wegsperren|verschleppen; kein|keinen|keine|nicht ~1 eigenes|mein geld|konto ~4 darf|haben|mann|er; darf|durfte ~1 ich? ~2
    niemand*|nicht|nichts|kein|keine ~3 sehen|sprechen|treffen|raus|telefonieren|arbeiten|verlassen|ausgehen|kontakt|essen|mehr ~1 !app|konto;
    treppe ~1 runter*|hinunter*|herunter* ~1 gestossen|geschubst|geworfen; stosst|stiess|gestossen|geschubst|schubst|schubste|wirft|geworfen|
    schleudert|zerrt|gezerrt|packt|gepackt|reisst ~4 treppe|wand|haaren|hals|boden|arm|kehle|genick|runter|messer*|mir|mich;
    runtergestossen|hinuntergestossen; wird|wurde|ist|werden ~3 handgreiflich|gewalttatig|aggressiv|ubergriffig|grob|brutal|zudringlich; wirft ~3
    mit messern|messer|tellern|gegenstanden|flaschen|sachen; setzt|setzte|gibt|kassier*|bekomme|kriege|gab ~4
    schlage|prugel|dresche|ohrfeige*|tracht|haue|schlag|watsch*; sperrt|schliesst|sperrte|schloss|sperren|haelt|halt|hielt ~3
    sohn|mich|kind|sie|ihn|uns|kinder|tochter|mutter|vater|oma|bruder|schwester ~3 ein|weg|fest|zimmer|keller|wohnung|auf|aus;
    nimmt|nahm|weggenommen|abgenommen|wegnimmt|klaut|einbehalten|behalt ~6
    medikamente|pass|ausweis|papiere|handy|lohn|gehalt|geld|karte|schlussel|essen ~3 weg|ab|ein?;
    pass|ausweis|karte|lohn|gehalt|handy|schlussel|geld ~4 weggenommen|abgenommen|einbehalten|weg|versteckt !automat; schreibe|schreibt ~2 heimlich;
    heimlich ~4 er|mann|merkt|hilfe|handy|chat; schlagt|schlug|pruegelt|prugelt|verprugelt|wurgt|tritt|ohrfeigt|kneift|haut|geschlagen|gehauen|
    verhaut ~4 frau|kind|kinder|oma|opa|mutter|bruder|schwester|baby|uns|mich|hund|sie|ihn|sohn|tochter;
    prugelt|schlagt|hort|hore|schreit|weint|wimmert ~6 nebenan|nachbar*|uber uns?|hilfe|stunden|frau|kind|keiner|wohnung; kinder|kind|baby ~4
    allein|alleine|hungern|eingesperrt|verwahrlost|hungrig|frieren ~3 tagen|stunden|wohnung|hause|essen|auto|nachts|seit|wochen; ohne|kein
    essen|trinken|strom ~3 kinder|kind|eingesperrt|tagen; zwingt|zwangen|gezwungen|notigt|notigte|verlangt|drangt ~4
    sex|dinge*|sachen|ausziehen|schlafen|heiraten|betteln|nackt|mannern|bett|fotos; filmt|gefilmt|fotografiert|filmte ~4
    nackt|dusche|bad|heimlich|beim|mich|umkleide|ausziehen|schlafen; fasst|fasste|fassen|angefasst|begrapscht|betatscht|grapscht|beruhrt ~3
    mich|uns|sie|madchen|kinder|tochter|sohn|schuler* ~2 an?; arbeiten|arbeite ~4 ohne lohn|bezahlung|geld|papiere; traue|trau|wage ~3 nicht ~3
    hause|heim|raus|schlafen|polizei|sagen|gehen; angst ~3 ihm|heim|vor|um|hause ~3
    mann|vater|ihm|heimzugehen|zu|leben|freund|kommt|kinder|ex|hause|wieder|bruder;
    surveille|controle|lit|fouille|espionne|regarde|suit|geolocalise|traque ~4 mon|mes|tout|tous|ma ~2 telephone|messages|mails|portable|sms|
    comptes|compte|argent|courrier|deplacements|salaire|position|conversations;
    pris|prend|confisque|garde|cache|vole|retient|gardent|confisquent|prendre ~3 mes|mon|ma|nos|notre ~2 papiers|passeport|passeports|carte|
    salaire|paie|telephone|argent|medicaments|clefs|cles|vetements|documents ~1 !photo;
    enfuie|enfui|enfuis|fui|echappee|echappe|sauvee|fuis|fuit|fuir|cache|cachee|caches|refugiee|planque* ~3 de
    chez|mon|mari|lui|moi|domicile|dans|la|violent|conjoint|pere|foyer|toilettes|bain|sous; me|nous suis
    enferme|enfermee|cache|cachee|refugie|refugiee|barricade* ~2 dans|salle|toilettes|chambre|sous|placard|cave|reserve; foyer|refuge ~3
    femmes|violences|battues; ne|n doit|doive|faut|peut|veux ~2 pas ~3 savoir|sache|adresse|trouver|voir|retrouver|apprendre ~2
    ou|mon|adresse|j|que|nouvelle|me; retrouve|retrouver|retrouver* ~1 il|me|nous|m|s ~4 tuer|tue|frapper|adresse|peur|mort; pousse|poussee|jete|
    jetee|traine|trainee|attrape|attrapee|saisi|saisie|plaque|plaquee|coince|coincee|secoue|gifle|
    giflee|cogne|cogne ~3 escalier*|mur|cheveux|sol|gorge|cou|bras|tete|terre|par|contre;
    droit|interdit|interdite|laisse|empeche|autorise*|permet|veut ~2 pas|de|d|que ~3
    sortir|voir|parler|travailler|telephoner|telephone|famille|amis|amies|argent|manger|partir|dormir;
    enferme*|enfermes|enfermee|sequestre*|retenus|retenue|retenu|boucle|gardes|attache* ~4
    maison|chambre|cave|appartement|ici|cle|clef|jours|travailler|chez|grenier|garage|salle; travailler|travaille ~3 sans
    salaire|paie|papiers|etre|paye*; adulte|homme|inconnu|type|monsieur|quelqu|prof|entraineur|animateur ~7
    fille|fils|enfant|petite|gamine|ado|neveu|niece|mineur*|moi|me|m ~5
    photos|photo|rencontrer|nue|nues|voir|video*|deshabill*|corps|toucher|secret; demande|demandes|demandait|envoie|reclame|exige ~4 a|des|photos ~3
    fille|fils|enfant|photos|nue|nues|niece; oncle|pere|cousin|frere|grand|prof|coach|voisin|patron|chef|entraineur|pretre|medecin|beau ~6
    touche*|tripote*|caresse*|filme*|embrasse*|colle*|force*|viol*|deshabill* ~2 !sujet|mot; me|m|nous|la|l|les ~1 filme|filment|filmait|tripote|
    tripotait|caresse|force|oblige|touche|touchait|gifle|etrangle|secoue|insulte|rabaisse|brule|mord|
    crache|traine|drogue|prostitue ~2 !page|application|taux|choix; forcer|force|obliger|oblige|obligee|contraint|contrainte ~3
    faire|coucher|marier|epouser|sexe|rapports|choses|deshabiller|mendier|prostituer|photos; marier|mariee|epouser ~2
    de|force|contre|cousin|vieux|veulent; coups|gifles|baffes|raclee|ceinture|claques|bleus|hematomes|cocard|coquard ~4 enfant*|mari|visage|quand|
    encore|recu*|me|prends|prend|si|corps|bras|boire|papa|rentre|pleut|pleuvent|dos|cou; frapp*|bat|battent|tabass*|cogn*|tap*|gifl*|giff* ~4
    femme|enfant|enfants|mere|ma|sa|ses|nous|moi|gosse*|mamie|ceinture|petit|bebe|residents ~1 !code|prix|clavier; il|elle|mari|copain|conjoint|pere
    ~4 violent|violente|agressif|brutal|dangereux|menacant ~1 !orage; force*|forcer|defonce*|defoncer|tambourine|cogne|casser|fracasse* ~3
    porte|fenetre|entree|serrure ~2 !verrou|bouton; quelqu|homme|ex|il|type|individu|ils ~4 porte|fenetre|maison|jardin|appartement|boutique ~4
    seule|peur|cachee|force*|cass*|defonc*|entrer|couteau|arme|aide|bruit|vite|police; ose|oser|peux ~1 plus|pas ~2
    rentrer|sortir|parler|dormir|bouger|appeler|bruit; fasse|faire|fais ~2 pas de? bruit; enfant|enfants|bebe|petit|petite|gamin*|gosse*|voisin* ~5
    pleure*|hurle*|crie*|seul*|enferme*|faim|froid|battu*|frapp*|maltrait*|bleus|cris ~4 heures|jours|manger|seul*|nuit|cote|dehors|balcon|aide|
    matin|voiture|faim|parents|mur|chaque|semaine*; seuls|seul|enferme* ~3 sans|depuis manger|jours|heures|nourriture|chauffage|hier; peur ~3
    mari|lui|pour|rentre*|de|qu|ma|mes|chez|copain|ex ~3 vie|enfants|moi|rentre*|coups|lui|tue|maison|soir|mari|frapp*|beau !facture|perdre;
    controla|controlan|revisa|vigila|espia|lee|mira|rastrea|registra|maneja|quita ~4 mi|mis|todo|el|todos ~2 movil|celular|telefono|mensajes|
    correo*|dinero|cuenta|sueldo|whatsapp|ubicacion|llamadas|tarjeta|gastos; me|nos ~1
    sigue|siguen|espia|persigue|vigila|controla|acosa|acecha|espera ~2
    todas|todos|trabajo|casa|partes|calle|por|donde|noche|colegio|portal|movil|cada ~1 !paquete|pedido; escape|escapado|escapamos|escapar|escapo|
    hui|huido|huimos|huyendo|huir|fugue|escondida|escondido|escondo|escondidos|encerre|refugiada ~3 de|en|del|casa|mi ~2
    casa|marido|el|ex|bano|armario|padre|cama|novio|almacen|cuarto|pareja|refugio|violento|familia; no puede|debe|quiero|puedo|deben ~2
    saber|sepa|enterar*|encontrar*|ver|entere|hacer|hablar|vea|encuentre ~4 direccion|donde|vivo|que|ruido|alto|mi|el|me|escond*; empujo|
    empujaron|empuja|tiro|arrastro|agarro|agarra|agarraron|jalo|lanzo|estampo|zarandea*|zarandeo|
    abofete*|cachete*|jala ~4 escalera*|pelo|pared|cuello|suelo|brazo|cara|garganta|piso|cabello; me|nos|la|lo|le|les violaron|violo|viola|pegan|
    pega|pego|golpea|golpeo|tocaron|toco|toca|encerro|encierra|encerraron|amenaza|amenazan|forzo|obliga|
    obligan|obligo|graba|grabo|graban|drogo|drogaron|maltrata|manosea|insulta|humilla|quema|muerde|
    patea|secuestro ~1 !precio|pagar|pantalla|actualizar|cuota|aceptar|app|cambiar|contratar|registrar*|esperar|poner|
    descargar; casar|casarme|casarla ~3 fuerza|obligan|obligada|primo|viejo|contra|quieren;
    adulto|hombre|desconocido|alguien|senor|tipo|profesor|entrenador|tio|mayor ~7 hija|hijo|nina|nino|menor|sobrina|mi|me ~5
    fotos|foto|desnud*|verse|quedar|encontrar*|video*|toc*|ropa|solas|secreto|webcam; hijo|hija|pequeno|pequena|nino|ninos|bebe|vecino*|vecina|ninas
    ~5 llora*|grit*|sol*|encerrad*|golpe*|hambre|moret*|atad*|maltrat*|descuidad* ~4
    horas|dias|comer|comida|lado|noche|casa|nadie|auxilio|coche|ayuda|patio|todos|cada|frio;
    pegar|golpear|pega|pegan|golpea|golpes|palizas|paliza|cinturon|bofetadas|moretones|moratones ~4 mujer|hijos|ninos|hija|hijo|madre|abuel*|
    cuando|si|otra|cinturon|marido|cuerpo|cuello|cada|ojo|bebe|cara ~1 !puerta|mesa;
    forzando|rompiendo|tirando|golpeando|aporreando|derribando|forzar|reventando|echando ~3 puerta|ventana|entrada|cerradura|persiana; estoy|estamos
    ~2 sola|escondid*|encerrad*|atrapad* ~5 puerta|ruido|almacen|bano|casa|hombre|ayuda|entr*|fuera|dias|cuarto|miedo|el !fila|atasco; trabaj* ~3
    sin ~1 cobrar|pasaporte|papeles|sueldo; no ~1 me|nos dejan|deja|permite|permiten ~3
    salir|ver|hablar|trabajar|ir|comer|llamar|dormir|tener|dinero !app|web|pagina|sistema|cuenta; obliga|obligan|fuerza|forzo|obligo ~4
    sexo|acostar*|cosas|desnud*|tocar*|relaciones|prostitu*|casar*|pedir|dormir|fotos|mendigar; graba|grabo|filma|grabando|grabado ~3
    desnud*|ducha|bano|escondidas|sexo|durmiendo|sin|cosas; cogio|coge|aprieta|apreto|agarro ~3 cuello|garganta; miedo ~4
    casa|el|marido|vida|padre|ex|novio|volver|mate|mis|dormir|hijos|salir|pareja|vuelva !perder|tarjeta|comprar|pagar;
    controla|mexe|vigia|le|ve|olha|rastreia|fiscaliza|vasculha|espia|revista ~4 meu|minha|meus|minhas|todo|tudo ~2 celular|telemovel|telefone|
    mensagens|conversas|dinheiro|salario|conta|email|whatsapp|localizacao|gastos|cartao; fugi|fugido|fugimos|fugir|fugindo|escondida|escondido|
    escondi|trancada|tranquei|escapei|abrigada|refugiada ~3 de|no|do|em|casa|na|meu ~2 casa|marido|banheiro|dele|ex|quarto|pai|violento|abrigo|
    armario|companheiro|casa|familia|despensa|loja; nao ~1 pode|deve|quero|posso|podem ~3
    saber|saiba|descobrir|ver|encontrar|achar|descubra|barulho|falar|veja ~4 endereco|morada|onde|moro|que|alto|estou|mora|chat|barulho|ele;
    empurrou|empurra|jogou|atirou|puxou|arrastou|agarrou|agarra|apertou|aperta|sacudiu|esbofete*|
    esganou|queimou|cuspiu ~4 escada*|cabelo*|parede|pescoco|chao|braco|cara|garganta|rosto; batem|bate|bateram|bateu|batia|bater|apanho|apanhei|
    apanhar|surra|surras|porrada|tareia|cinto|tapas|espanc* ~5 gente|cinto|mim|filho*|filha*|crianca*|mulher|mae|avo|avó|dele|nela|nele|sempre|
    quando|casa|nos|vizinh*|bebe|marido|idos* ~1 !papo|porta|tela; adulto|homem|desconhecido|alguem|cara|professor|treinador|tio|senhor|padrasto ~7
    filha|filho|menina|menino|menor|sobrinha|crianca|mim|me ~5
    fotos|foto|nua|pelad*|encontrar*|encontro|video*|toc*|roupa|sozinh*|segredo|mexer|mexe|despir; me ~1 obriga|forca|forcou|obrigou|filma|filmou|
    grava|gravou|segue|persegue|toca|tocou|bate|bateu|humilha|xinga|tranca|trancou|prende|prendeu|
    drogou|drogaram|ameaca|ameacou|agride|chuta|queima|morde|vigia|estrangula|sufoca ~1 !pagar|instagram|atualizar|aceitar|trocar|mudar|assinar;
    obriga|forca|forcou|obrigou|obrigam ~4 sexo|deitar|coisas|despir|tocar|relacoes|prostitu*|casar|dormir|fotos|roupa; casar ~2
    forca|obrigada|contra|primo|velho; trancad*|trancou|tranca|presa|presos|amarrad*|tranco ~4
    comida|casa|dias|quarto|comer|porao|cave|horas|cadeado|sozinh*|agua ~2 !pedido|encomenda; crianca*|menino*|menina*|bebe|filho*|vizinh*|miudo* ~5
    chora*|grit*|sozinh*|trancad*|fome|apanh*|amarrad*|maltrat*|roxo*|negligenc* ~4
    horas|dias|comida|comer|noite|ninguem|lado|ajuda|carro|casa|socorro|sempre|agua|frio;
    arrombando|arrombar|forcando|chutando|batendo|quebrando|esmurrando ~3 porta|janela|fechadura|portao|casa; estou|estamos ~2
    sozinha|escondid*|trancad*|presa ~5 porta|barulho|banheiro|casa|homem|ajuda|entr*|fora|dias|quarto|medo|ele|sair|despensa !fila|transito;
    trabalh* ~3 sem ~1 receber|passaporte|salario|documentos; nao ~2 me|nos|deixa|deixam ~2
    sair|ver|trabalhar|comer|dinheiro|telefonar|familia|amigas ~1 !site|app|login|conta|sistema; jurou|jura|disse|diz|ameacou|prometeu|ameaca ~2 que
    ~1 me|nos|matar|mata|acaba|pega ~1 mata|matar|acha|encontr*|comigo|bate; medo ~4
    casa|dele|marido|vida|pai|ex|namorado|voltar|mate|dormir|filhos|sair|companheiro|volte|padrasto !perder|cartao|comprar|pagar;
    controlla|legge|guarda|spia|sorveglia|rintraccia|gestisce|fruga|prende ~4 il|i|mio|miei|tutti|mia|le|mie ~2 telefono|cellulare|messaggi|chat|
    soldi|stipendio|conto|posizione|posta|mail|email|spostamenti|chiamate|carta ~2 !account|server; scappata|scappato|fuggita|fuggito|scappati|
    scappare|nascosta|nascosto|nascondo|rifugiata|barricata|chiusa|chiuso|rinchiusa|fuga ~3 di|da|in|casa|dal|nel|bagno ~2 casa|marito|bagno|lui|
    armadio|padre|ex|camera|rifugio|letto|compagno|chiave|cantina|magazzino|famiglia; non ~1 deve|devono|voglio|posso|puo ~3
    sapere|trovar*|scoprire|vedere|sappia|parlare|rumore|fare|sapesse ~4 indirizzo|dove|abito|che|rumore|forte|sono|chat; spinta|spinto|buttata|
    buttato|trascinata|presa|preso|tirata|afferrata|afferrato|sbattuta|sbattuto|spinge|tira|afferra|
    strattona*|schiaffegg*|scossa ~4 scale|capelli|muro|collo|terra|braccio|pavimento|gola|parete|faccia; mani ~2 collo|addosso|gola;
    sfondando|sfonda|forzando|prende|scardinando|picchiando|battendo|bussando|rompendo ~3 porta|finestra|serratura|saracinesca|portone; sfond* ~2
    porta|finestra; adulto|uomo|sconosciuto|qualcuno|signore|tizio|allenatore|professore|zio|patrigno|grande ~7
    figlia|figlio|bambina|bambino|minore|nipote|ragazzina|mi|me ~5 foto|nud*|incontr*|vedersi|video*|tocc*|vestiti|sol*|segreto|spogli*;
    farmi|farla|fare|costringer*|obblig*|forz*|costrett* ~4 sposare|sesso|cose|spogliare|rapporti|prostitu*|dormire|letto|mendicare|foto|nuda;
    mi|ci|la|lo ~1 obbliga|obbligano|costringe|costringono|forza|filma|filmato|riprende|tocca|picchia|picchiano|segue|
    insulta|umilia|chiude|minaccia|minacciano|stringe|droga|strattona|brucia|morde|sputa|perseguita|
    aspetta|molesta|spia ~1 !pagare|pacco|instagram|aggiornare|accettare|app|cambiare|spesa; obbliga|costringe ~1 a fare cose|sesso|!il|un;
    botte|cinghia|cinghiate|schiaffi|pugni|calci|lividi|cintura ~4 figli*|bambin*|moglie|marito|quando|se|ogni|mamma|papa|ancora|corpo|occhio|
    collo|casa|braccia|neonato; picchi*|mena|menano|maltratt*|schiaffegg* ~4
    moglie|figli*|bambin*|mamma|madre|nonna|noi|ragazz*|vicin*|fratell*|sorell*|anzian*|cane; bambin*|figli*|bimb*|neonat*|vicin* ~5
    piang*|url*|grid*|sol*|chius*|fame|botte|legat*|maltratt*|livid*|trascurat* ~4
    ore|giorni|cibo|mangiare|notte|nessuno|accanto|aiuto|auto|casa|sempre|balcone|freddo; senza|tolto|prende|prendono|tengono|trattiene ~3
    documenti|passaporto|stipendio|soldi|telefono|chiavi|bancomat|medicine|passaporti ~1 !spedizione; lavor* ~3 senza ~1
    paga|pagati|stipendio|documenti|passaport*; non ~1 mi|ci|posso lascia|lasciano|permette|permettono|vedere|uscire|fa|fanno ~3
    uscire|vedere|lavorare|parlare|mangiare|soldi|famiglia|amiche|dormire|casa !app|sito|sistema|account; chius*|rinchius*|legat*|segreg* ~4
    casa|camera|cantina|giorni|stanza|cibo|mangiare|chiave|bagno|fuori ~2 !ordine; sono ~2 sola|nascost*|chius* ~5
    porta|rumore|bagno|casa|uomo|aiuto|entr*|fuori|giorni|stanza|paura|lui; paura ~4
    casa|lui|marito|vita|padre|ex|fidanzato|tornare|uccid*|dormire|figli|uscire|compagno|torni !perdere|carta|comprare|pagare; per le scale; giu
    dalle|per scale; controleert|leest|checkt|bekijkt|volgt|beheert|houdt|neemt|pakt ~5 mijn|al|alle ~2 telefoon|berichten|appjes|geld|post|
    locatie|mails|loon|salaris|pinpas|paspoort|telefoontjes|medicijnen|sleutels ~3 !app|systeem; volgt|achtervolgt|stalkt|opwacht|wacht|staat ~3
    me|mij|ons|haar ~4 overal|werk|huis|op|deur|school|straat|altijd !instagram; gevlucht|ontsnapt|weggelopen|vlucht|vluchten|verstopt|verstop|
    schuil|schuilen|opgesloten|ondergedoken|verschanst ~4 voor|van|huis|man|badkamer|hem|ex|kast|bij|vader|kamer|wc|partner|bed|kelder; mag|moet|wil
    ~2 niet ~3 weten|zien|vinden|horen|achterhalen|merken ~2 waar|adres|dat|ik|wonen|woon|mijn?; adres ~2 niet ~2 weten|zien|vinden|krijgen; blijf
    van mijn lijf; opvanghuis; bonkt|bonst|beukt|trapt|schopt|slaat|ramt|breekt|forceert|inbreken|forceren|breken ~4
    deur|raam|voordeur|badkamerdeur|ruit|slot; zat|zit|komt|komen ~2 aan ~2 me|mij|haar|hem|dochter|zoon|meisjes|kinderen|kind !de|telefoon;
    volwassen|man|iemand|vreemde|kerel|leraar|trainer|oom|kennis|stiefvader ~7 dochter|zoon|kind|meisje|mij|me|nichtje|minderjarig* ~5
    foto*|naakt*|afspreken|ontmoeten|video*|raakt|betast*|aanraken|kleren|alleen|geheim|uitkleden|filmt; duwt|duwde|duwden|gooit|gooide|greep|
    grijpt|sleurt|sleurde|trok|trekt|smeet|schudde|schudt|kneep|knijpt|sloeg|slaat|schopte|spuugde|
    spuugt|brandde ~4 trap|muur|haren|haar|keel|grond|arm|nek|gezicht|vloer|kind|kinderen|moeder|oma|vrouw|baby|riem|zoon|
    dochter; slaat|slaan|sloeg|klappen|riem|mishandel*|schopt|klap|slaag|pak ~4 ons|mij|me|kind|kinderen|vrouw|moeder|oma|riem|broertje|zusje|als|
    weer|elke|zoon|dochter|bewoners|haar|hond ~2 !deur|alarm; mag|mogen ~2 niemand|niet|geen|nooit ~3
    zien|spreken|bellen|buiten|huis|werken|eten|vrienden|familie|geld|slapen ~1 !app|account|voor; geen ~1 eigen geld|rekening ~3 van|mag|man;
    hij|man|vriend|ex|vader ~3 wordt|is|werd ~2 agressief|gewelddadig|handtastelijk|gevaarlijk|losse|boos als|thuis|dronken|drinkt|!app;
    afgepakt|afgenomen|ingenomen|pakt|pakken ~4 paspoort*|pinpas|geld|loon|telefoon|papieren|medicijnen|sleutels|id;
    paspoort|pinpas|pas|loon|telefoon|papieren|medicijnen ~2 afgepakt|afgenomen|ingenomen|af|verstopt;
    sluit|sloot|opgesloten|sluiten|vast|vastgehouden|vastgebonden|opsluit ~4 op|kamer|kelder|huis|dagen|hier|mij|kind|badkamer|zolder|schuur ~2
    !account; werken ~3 zonder ~1 loon|betaling|paspoort|geld; dwingt|dwong|dwingen|gedwongen|verplicht ~4
    seks|dingen|trouwen|slapen|uitkleden|bedelen|naakt|bed|mannen|foto*; filmt|filmde|gefilmd|fotografeert ~4
    naakt|douche|badkamer|stiekem|seks|uitkleden|slapen|mij|me; kind|kinderen|baby|buur*|peuter|jongetje|meisje ~5
    huil*|schreeuw*|gil*|alleen|opgesloten|honger|blauwe|mishandel*|verwaarloos*|vastgebonden|krijst ~4
    uren|uur|dagen|eten|nacht|niemand|hiernaast|help|auto|thuis|plekken|altijd|kou|balkon|elke; durf|durft|kan ~2 niet ~3
    huis|thuis|bellen|praten|slapen|weg|buiten|hardop|geluid ~1 !inloggen|app; hij|ze|iemand|man ~3 buiten|binnen|beneden|deur|komt ~4
    mes|help|bang|dronken|boos|stil|verstopt|inbrek*|fluister*; bang ~4
    huis|hem|man|leven|vader|ex|vriend|thuis|vermoordt|slapen|kinderen|partner|stiefvader !kwijt|betalen|kopen; kom|komt|komen ~2 ~1 nachts ~3
    kamer|bed`
