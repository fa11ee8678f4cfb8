/** Phrases of danger in German and French; how they are written: ../phrases.ts. */
export const german = {
  'self-harm': `
    nach ~1 sonntag|montag|freitag|samstag|heute ~2 brauch* ~3 nichts|nix; entschieden|entschlossen ~2 gehen ~2 immer; gehen|gehe fur immer; kann
    nicht mehr ~5 schluss|sterben|leben; last fur|ist; eine|zur|nur last fur|fallen ~1 alle|familie|euch|andere; niemandem|keinem|keiner|niemand ~3
    fehlen|vermissen|brauchen; hoffnung ~2 verloren|aufgegeben|mehr !lieferung; das|dies|meine ist ~1 letzte nachricht; meine letzte
    nachricht|nacht; letzter|letzte tag|nacht|nachricht ~3 leben|lebe; allen ~3 besser ~2 ohne mich; gehe|geh ~2 fur immer; heute nacht ~3
    tue|mache|mach|vorbei|ende; lebe ~2 nicht mehr; uberlebe ~3 nicht; ich will springen; packung|flasche|schachtel ~2
    tabletten|schlaftabletten|pillen ~2 geschluckt|genommen|getrunken|leer; ich ertrage ~3 nicht ~1 mehr; tu|tue mir ~2 was|etwas|weh an?;
    selbstmord*; selbsttotung*; selbstverletz*; selbstmoerd*; lebensmude; lebensmuede; freitod; ritzen|ritze|ritzt mich|sich; mich|sich ~3 geritzt;
    wieder|geritzt ~1 geritzt; mich|sich ~3 ritzen|ritze|ritzt; ritzen; mich|sich|mir ~4
    umbring*|umzubringen|umgebracht|toten|toeten|getotet|erhangen| erhaengen|erhange|aufhang*|erschiess*|ertrank*|verletzen|weh !getan; mich|sich ~4
    umzubringen|vergiften|erhangt|verbrenne*|schneide|schneiden !finger; bringe|bring|bringt|tote|hange|erhange|erschiesse|verletze|schneide ~3
    mich|sich ~1 um|auf|selbst|weg; bringe|bring|bringt mich|sich ~2 um; mir|sich|meinem|dem|mein|ihr|sein ~2 leben ~2
    nehmen|beenden|ende|setzen|genommen; leben beenden|nehmen; mir|sich ~3 etwas|was|leid antun|anzutun|antue|angetan;
    nicht|keine|keinen|kein|nichts ~4 leben|weiterleben|dasein|lebenswille*|lebensmut|lebenslust|existieren| lebenswert !kann|ohne|geht;
    will|mochte|moechte|wollte|wurde|wunsch* ~4 sterben|tot|verschwinden|einschlafen|aufwachen !hunger; sterben will|mochte|wollen|wollte|moechte;
    will|mochte nur|einfach ~3 ende*|aufhort|vorbei|weg; lieber|besser ~2 tot|sterben|gestorben; ware|waere ~3 tot|nie geboren|besser|tot?; tot
    ware|waere|sein; nie geboren; ohne mich ~3 besser; besser ohne mich; besser ~2 ohne mich; leben|alles|nichts ~4
    sinn|sinnlos|wertlos|wert|satt|mude !bot|app; keinen sinn mehr; kein ausweg|sinn mehr?; keinen ausweg; kann|halte|ertrage ~4 nicht|nimmer ~2
    mehr ~1 aus|leben|weiter|ertragen|aushalten; nicht mehr aufwachen|da|leben|hier|weiterleben; nie|nimmer wieder|mehr aufwachen|aufzuwachen; nicht
    mehr ~2 aufwachen|leben|sein; schluss|ende mit allem|dem|meinem|machen leben|machen?; mit|dem ~2 leben ~2 schluss|abgeschlossen|ende; allem|mir
    ein ende ~2 setzen|machen; niemand|keiner ~3 vermissen|merken|vermisst|merkt ~3 !rechnung; tabletten|pillen|schlaftabletten|medikamente ~3
    genommen|geschluckt|schlucken|nehmen|uberdosis|gesammelt; uberdosis; ueberdosis; uberdosiert; pulsader*; handgelenk* ~2
    aufschneiden|schneiden|geschnitten; springe|springen|spring|gesprungen|stehe|steh|sturze|gehe|werfe| lege|laufe ~4
    brucke|bruecke|dach|zug|fenster|balkon|gleise*|hochhaus|bahngleise*| schienen; vor den|einen|die zug|auto|lkw|bahn|ubahn|gleise; vom|von|aus
    dem|der|einer|einem|hochhaus|dach? ~1 dach|brucke|hochhaus|fenster|balkon ~2 spring*|sturz*|werf*; abschiedsbrief*; abschied ~2 immer; ich hasse
    mein leben; bald|morgen|ubermorgen nicht mehr ~1 da|leben|hier; nicht mehr da|hier sein; essstorung|magersucht|bulimi*`,
  violence: `
    kriege|bekommt|bekommst|kassiert ~4 fresse|kugel|messer; ich komme ~4 vorbei ~6 messer|blut|schlagen|tot|knochen|waffe;
    schlage|schlag|trete|breche|brech|haue ~4 schadel|zahne|knochen|nase|genick|fresse|gesicht|kopf; in stucke|krankenhaus|grab ~3
    reisse|schlagen|bringe|prugeln; leid|schmerzen zufugen; wehtun|verletzen ~2 ihm|ihr|jemandem|anderen;
    bringe|bring|mach|steche|schlage|erschiesse|erwurge|schiesse| knalle|zunde|lege|prugle|schlitze|polier|polier* ~2
    dich|sie|ihn|euch|alle|jemanden|jeden|meinen|meine|leute|frau| mann|chef|ihr|dir|ihm ~4
    um|ab|tot|kalt|zusammen|fertig|krankenhaus|nieder|auf|an|fresse; umbringen|erschiessen|abstechen|erstechen|ermorden|toten|toeten|
    vergewaltigen|verprugeln|abknallen|erwurgen|umlegen|niederstechen| zusammenschlagen|abschlachten|kopfen|umzubringen|verletzen|lynchen ~1
    werde|will|muss|konnte|wurde|mochte|sollte|werden|wollen|kann| lassen|wenn; werde|will|wollte|mochte|konnte|muss|gehe|plane|vor|habe|drohe|
    wurde ~6 umbringen|umzubringen|umlegen|erschiessen|abstechen|erstechen| ermorden|toten|toeten|vergewaltigen|verprugeln|abknallen|erwurgen|
    vergiften|niederbrennen|anzunden|abfackeln|zusammenschlagen|sprengen| abschlachten|amok|wehtun|schlagen|verletzen|totschlagen; ich ~2
    weiss|finde ~3 wo|heraus ~2 du|sie|ihr|er|ihre|deine ~2 wohn*|leb*|arbeite*|familie; ich finde|kriege dich|sie|euch und; bombe*; sprengstoff*;
    sprengsatz*; amoklauf*; amok; waffe ~4 komme|mit|besorg*|buro|schule|dabei; komme|bringe|hole|kaufe|habe|besorge|nehme ~5
    messer|waffe|pistole|gewehr|axt|benzin ~2 !set|block|frei; in die luft jag*|spreng*|fliegen; brenne|brennen|fackel*|zunde ~3
    buro|haus|laden|schule|filiale|firma|gebaude; du|ihr|sie|er bist|seid|sind|wirst|werdet|werden|ist ~2
    tot|sterben|verrecken|bluten|dran|krepieren !link; verdient|verdienen ~3 tod|sterben; sterben sollst|sollen|musst; stirb; verreck*; die
    fresse|kehle|knochen|beine|kopf ~2 polier*|schlitz*|brech*|einschlag*|aufschlitz*|durchschneiden| abschneiden; morddrohung*; mordgedanken; blut
    fliessen|fliesst|an|sehen; fliesst|fliessen ~2 blut; bluten ~1 dafur|werden|lassen`,
  abuse: `
    will|verlangt|schickt|fragt ~6 nacktfoto*|nacktbild*|nackt; sexuelle nachrichten|bilder; mann ~4 jahre|kind|tochter|sohn ~4 treffen|fotos;
    stiefvater|onkel|vater|opa|bruder|mann ~3 kommt ~4 zimmer|bett; pass|ausweis ~3 weggenommen|abgenommen; halt|halten|haelt mich|uns ~4
    fest|gefangen; darf ~3 nicht ~3 haus|raus|wohnung|telefonieren ~1 verlassen|gehen; traue|trau mich ~2 nicht ~2 hause|heim|raus; er|mann|freund
    wird ~2 gewalttatig|handgreiflich|aggressiv; werde|wurde ~3 verkauft|verschleppt; angst ~1 vor|dass ~3 er|umbringt|schlagt|tut;
    schlagt|schlug|prugelt|verprugelt|tritt|wurgt|misshandelt|missbraucht| vergewaltigt|bedroht|erpresst|stalkt|verfolgt|begrapscht|belastigt|
    geschlagen|schlaegt|wuergt|schubst|qualt|angefasst|fasst|hat ~5 mich|uns|mir|sie|ihn|meine|kind|kinder|mutter|tochter|sohn|seine| ihre|ihr ~3
    geschlagen|vergewaltigt|missbraucht|misshandelt|verprugelt|bedroht| gewurgt|angefasst|begrapscht|eingesperrt|gestalkt|verfolgt|erpresst|
    gezwungen|umbringen|an|getreten|belastigt|angegriffen|gequalt| entfuhrt; mann|freund|vater|partner|ex|exfreund|exmann|stiefvater|frau|
    mutter|freundin|bruder|onkel|er|chef|nachbar|eltern|trainer|lehrer| jemand|typ ~4
    schlagt|schlaegt|prugelt|verprugelt|tritt|wurgt|misshandelt|missbraucht| vergewaltigt|bedroht|erpresst|stalkt|verfolgt|belastigt|gewalttatig|
    droht|qualt|begrapscht|sperrt|schlug|geschlagen|gewalttaetig| zwingt ~2 mich|uns|mir|sie|ihn|ihre|seine|meine|sein|ihr|kinder|kind|damit|
    tochter|mutter|frau|und|mit; werde|wurde|worden|bin|wird|ist|werden|wurden ~6
    vergewaltigt|missbraucht|misshandelt|verprugelt|geschlagen|gestalkt| bedroht|erpresst|festgehalten|eingesperrt|gewurgt|belastigt|entfuhrt|
    angegriffen|begrapscht|verfolgt !gebuhr; hausliche|sexuelle|haeusliche gewalt|ubergriff*|belastigung|missbrauch|notigung; gewalttatig*;
    vergewaltig*; kindesmissbrauch; kindesmisshandlung; kinderporno*; missbrauch ~2 kind*; zwangsheirat*; zwangsehe; menschenhandel; stalker;
    stalking; angst ~3 vor|um ~2 ihm|mann|vater|freund|partner|ex|leben|ihr|mutter|meinem|stiefvater| onkel|exmann|exfreund|hause|kinder; angst ~2
    nach hause; zu hause nicht ~1 sicher; nicht ~1 sicher ~3 hause|ihm|mann; droht|drohte|gedroht|bedroht ~6
    umzubringen|umbringen|toten|schlagen|kinder|messer|waffe|mir| fotos|bilder; eingesperrt|einsperrt|gefangen|festgehalten ~1 !konto;
    sperrt|schliesst|schloss mich|uns|sie ~3 ein|zimmer|keller; lasst mich|uns|sie nicht ~3 haus|raus|weg|gehen|telefon*|wohnung; gegen meinen
    willen; fasst|fasste|beruhrt|anfasst|angefasst ~4 an|unsittlich|kind|dort|intim*|mich|mir !kurz; blaue flecken; nacktbilder; nacktfotos;
    nackte|intime bilder|fotos|videos; kind|baby|kinder|kleinkind|junge|madchen|sohn|tochter ~6
    allein|eingesperrt|schreit|vermisst|verschwunden|auto|verhungert| vernachlassigt|entfuhrt|blut* ~2
    auto|wohnung|hause|hilfe|stunden|weint|vermisst|eingesperrt|verschwunden| hitze|schreit|zuruckgelassen; jemand|mann|einbrecher ~3 in|vor|bricht
    ~3 wohnung|haus|tur ein|hilfe|messer; zwingt|zwang|gezwungen mich|sie|uns ~2 zu|sex|heirat*|prostit*`,
  medical: `
    atmet|atmen|atme ~4 nicht|kaum|mehr|schwer; nicht ~2 atmen|atmet; zu viele|viel tabletten|pillen|schlaftabletten|medikamente|insulin;
    hort|aufgehort nicht? ~2 bluten|atmen; tabletten ~2 zu viele; umgefallen|umgekippt ~4 reagiert|bewegt|nicht; herz ~3
    stehen|rast|stolpert|schmerz*; herzinfarkt|schlaganfall|herzanfall|herzstillstand|anaphyla*|
    krampfanfall|epilept*|schlaganfalls|asthmaanfall|fehlgeburt|hirnblutung| hitzschlag !vor|letztes|als|2;
    notarzt|krankenwagen|rettungswagen|rettungsdienst|notruf !kosten|rechnung; ruft|rufen|rufe|holt|brauche|brauchen ~5
    arzt|112|notarzt|krankenwagen|rettung|hilfe ~1 !refund; medizinischer notfall; lebensgefahr; lebensbedrohlich*; bewusstlos*|ohnmachtig|ohnmacht;
    nicht ansprechbar; reagiert|atmet|bewegt|wacht nicht|kaum ~2 mehr|auf|richtig; atmet nicht; reagiert ~2 mehr ~1 und;
    keine|kaum|schwer|bekomme|kriege|bekommt|kriegt|nicht|schlecht ~3 luft|atmen|atem|atmet !filter|pumpe; atemnot; luft bekomm*|krieg*; kann ~3
    atmen; erstick*; verschluckt|geschluckt|getrunken|gegessen|verschluckte|trank ~4 batterie|knopfzelle|putzmittel|reiniger|gift|magnet*|tabletten|
    spulmittel|chlor|waschmittel|bleiche|pilz*|flussigkeit; batterie|knopfzelle|putzmittel|reiniger|gift|magnet*|spulmittel|
    chlor|waschmittel|bleichmittel|waschpod|kapsel|pilze|flussigkeit ~4 verschluckt|getrunken|gegessen|geschluckt|eingeatmet; vergift*; giftnotruf;
    stromschlag; blutet|blute|blut|blutung ~4 stark|stoppen|auf|viel|stopp*|aufhor*|kopf|heftig|uberall|schlimm| nicht|spuckt|erbricht|hustet;
    viel|spuckt|hustet|erbricht|kotzt ~1 blut !werte|test|druck; verblut*; schmerz*|druck|stechen ~3 brust|herz|arm; brustschmerz*; brust ~3
    schmerz*|druck|enge|tut|sticht|weh|schmerzt; zusammengebrochen|umgekippt|kollabiert|kollabier* ~1 !server|seite|system; allergische* ~2
    reaktion|schock; allergischen schock; hals|gesicht|zunge ~3 schwillt|geschwollen|zu|hangt|anschwell*; lauft|lippen ~3 blau; insulin ~3
    leer|mehr|verloren|brauche|kein|keins|aus; unterzuck*; zucker* ~2 schock|koma; fruchtblase; wehen ~3 minuten|eingesetzt|kommen|bekommen;
    liegt|ist ~3 im sterben; ich sterbe !vor|fast|hier; stirbt ~1 gerade|mir; verbrannt|verbruht|verbrannte ~4
    schwer|stark|haut|gesicht|hand|arm|kind; gebrochen ~1 !versprechen; kopf ~4 gefallen|gesturzt|blutet|aufgeschlagen|gestossen; gesturzt|gefallen
    ~5 kopf|bewegen|treppe|leiter|bewusstlos; lahm*|taub|halbseitig|sprechen ~4 gesicht|arm|seite|undeutlich|korper`,
}

export const french = {
  'self-harm': `
    fardeau|poids|boulet pour ~2 tous|tout|famille|eux|vous|mes|ma; sert a rien ~3 vivre|continuer|exister; plus ~1 d ~1 espoir; perdu ~2 espoir
    !recevoir; mon dernier message|jour|soir; ma derniere nuit|soiree|journee; boite|plaquette|tube ~2
    medicaments|cachets|comprimes|somniferes|doliprane !livraison; ce soir ~4 fini|finirai|fais; je|vais me laisser partir|mourir|tomber; tenir ~2
    nuit; plus ~1 rien ~2 retient|attends ~2 vie|ici; dites|dis a ma|mes|mon ~3 aime|aimais; coupe|coupee|coupes|coupais ~1 bras|veines|poignets; me
    suis ~2 coupe|coupee|taillade|scarifie* ~2 bras|encore|nouveau|poignet*|volontairement|expres; je me coupe|taillade|brule ~2
    bras|pour|quand|encore|expres; suis ~2 au bord|sur ~3 pont|toit|vide|fenetre; suicid*; je|vais|veux me tue; me
    tuer|pendre|noyer|mutiler|couper|scarifier|blesser|suicider|supprimer| bruler ~1 !travail|compte; scarifi*; automutil*; auto mutil*; me
    faire|fais ~1 mal|souffrir; se faire du mal; m automutil*|ouvrir|etrangler|empoisonner|immoler; mettre|mets|finir|met|mis ~1 fin a|avec
    mes|ma|ses|sa|ces|leurs jours|vie|souffrance*; en finir !vite ~1 !commande|dossier; fin ~2 mes jours; finir avec la|ma vie; m oter la vie;
    attenter a mes|ses jours; idees noires|suicidaires; veux|voudrais|veut|envie|voulais|souhaite|prefere|aimerais|preferais| aurais ~3
    mourir|crever|disparaitre|mort|morte !rire|de|faim|vite; plus ~3 envie|force|raison|gout ~3 vivre|exister|continuer|rien !commander|vos|a;
    vouloir|veux|voudrais mourir|crever; ne|n|pas|plus|rien|sans|jamais ~4 vivre|vie|exister|reveiller !privee|en|a|dans|avec|courante|sociale|vos;
    plus vivre|vivant; decide|decidee|vais|envie ~1 de? partir|m ~2 pour|aller de|pour|toujours ~1 bon|toujours; partir pour de? bon|toujours;
    besoin de rien ~6 partir|fini|decide|adieu; apres ~2 plus besoin ~1 de rien; envie de mourir|crever|vivre ~2 !de; raison de vivre; preferer* ~2
    mort|morte|mourir; mieux mort|morte; mieux|bien|soulage* ~2 sans moi; serait|seraient|seriez|iront|irait|serai ~4 mieux|bien ~1 sans|si ~1
    moi|la|mort|morte; etre mort|morte !de; jamais ~1 ne|nee|naitre; pas ne|nee; vie ~4 sens|peine|vecue|insupportable|finie|vaut|foutue|inutile;
    fatigue*|marre|lasse|assez|epuise* ~2 vivre|vie|exister; a quoi bon vivre|continuer|tout; sauter|jeter|saute|sauterai|jette|jetter ~3
    du|par|d|sous|sur|de|devant ~2 pont|toit|fenetre|train|balcon|immeuble|metro|voiture|falaise| rails; sur le|un|ce pont|toit ~3 saut*|moi|suis;
    sous un|le train|metro|camion|voiture; avale|avaler|pris|prendre|prends|avale* ~4 medicament*|cachets|comprimes|somniferes|pilules|boite ~1
    !matin; tous|plein|trop de? ~2 medicaments|cachets|comprimes|somniferes; overdose; surdose; ma derniere|dernier nuit|message|jour|heure; lettre
    d? ~1 adieu; adieu ~2 monde|tous|tout; dire adieu; plus ~1 la|ici demain|bientot|longtemps; plus ~1 de ce monde; personne ~4
    manquer*|remarquer*|regrett*|manque ~2 !appel; ne ~2 plus la ~1 force; j en peux plus ~1 de|vivre|je|la ~1 vivre|vie; me laisser mourir; si je
    mour*|disparai*|meurs; que tout s|cela ~1 arrete|finisse; hais ma vie; anorexi*; boulimi*`,
  violence: `
    viens|viendrai|debarque|passe|passer ~4 couteau|casser|frapper|batte|flingue|arme; faire la peau|regretter; peau a|de ~1 vous|toi; vous|tu|il ~1
    merite* ~2 mort|mourir|crever|balle; mettre|mettrai une balle; exploser|casser|peter ~2 tete|dents|machoire|genoux; hopital ~2 envoyer|finir;
    sang sur|va|partout; vais|va|veux|voudrais|envie|allons|vient|pense|compte|veut|pourrais| jure|finir|finirai ~4
    tuer|buter|poignarder|egorger|assassiner|etrangler|violer|frapper| tabasser|massacrer|descendre|planter|fumer|crever|empoisonner|
    blesser|abattre|flinguer|defoncer|exploser|cramer|bruler|peter| saigner|tirer|agresser|cogner
    !temps|prix|liste|dans|telechargement|portable|commande|panneau; tuer|buter|poignarder|egorger|assassiner|etrangler|massacrer| abattre|flinguer
    ma|mon|mes|quelqu|tout|tous|des|toi|vous|lui|le|la|les|un|une| cette|son|sa ~1
    femme|mari|patron|monde|un|gens|chef|personne|fils|fille|collegues| voisin|enfants|pere|mere|ex|voisins|famille|profs|prof|mec; je
    te|vous|le|la|les|l tue|tuerai|bute|butterai|buterai|creve|creverai|egorge|egorgerai|
    retrouve|retrouverai|plante|planterai|defonce|defoncerai|frappe| frapperai|casse|saigne|massacre|massacrerai|poignarde*|etrangl*|
    massacr*|fume|fumerai ~2 !commande; je sais ou tu|vous|il|elle|ils|ta|votre ~1 habite*|habitez|vis|vivez|travaille*|dors|habitent|famille; bombe
    !de|a|aerosol ~1 !peinture|laque; explosif*; attentat; fusillade; tuerie; arme ~3 feu|venir|bureau|viens;
    viens|venir|viendrai|arrive|acheter|apporter|prends|ai|debarque ~4 couteau|arme|fusil|pistolet|flingue|hache|essence|batte;
    faire|fais|ferai|vais|va sauter|exploser|bruler|cramer votre|le|la|l|vos|tout|ton|les ~1
    bureau*|immeuble|ecole|magasin|siege|maison|batiment|agence|entreprise; mettre|mets|foutre|mettrai le feu; tu|vous|ils|il|elle
    vas|allez|vont|va|es|etes|merite|meritent|meritez|merites|doit ~3 mourir|crever|mort|morts|souffrir|saigner|morte !link|de|abonnement; menace*
    ~1 de mort; menaces de mort; casser|peter|exploser la|les|ta|votre|le|sa ~1 gueule|jambes|tete|os|crane|genoux; trancher la gorge; sang
    couler|va|coule; lui|leur|vous|te faire ~1 du|peau|payer ~1 mal|cher|peau|sang; faire du mal a|aux`,
  abuse: `
    demande|envoie|reclame ~4 photos|photo|messages ~3 nue|nues|nu|intimes|sexuel*; en train de se faire frapper|battre|violer|agresser;
    vient|rentre|entre ~2 dans ma|mon chambre|lit; pris|confisque|garde ~2 mon passeport|papiers !photo; ose ~1 pas ~2 rentrer|sortir;
    retenue|retenu|prisonniere|prisonnier|sequestree !stock|douane; vendue|forcee ~2 prostitu*|hommes; il|mari|copain ~3 devient|est ~2 violent;
    peur ~2 il|qu|de ~3 tue|frappe|fasse|violent; mari|copain|conjoint|compagnon|pere|beau|ex|il|elle|mere|frere|
    oncle|patron|femme|petit|voisin|parents|quelqu|homme|prof|entraineur| papa|un|on ~4
    frappe|frappe*|bat|battu|battue|tape|tabasse*|viole|violee|etrangle*| agresse*|menace|menacee|harcele*|maltraite*|abuse*|gifle*|sequestre*|
    touche|touchee|cogne|enferme|enfermee|poursuit|suit|attouch*| force|forcee|brutalise* ~1 !prix|compte|limite|ecran; me|m|nous|l|la|te|les|lui ~2
    frappe|frappee|bat|tape|tabasse*|viole|violee|etrangle*|agresse*| menace|menacee|harcele*|maltraite*|sequestre*|gifle*|cogne|poursuit|
    brutalise*|battent|frappent|menacent|humilie; ete|suis|fait|etre|est|sommes|etais|faite|fais ~2
    viole|violee|violer|agresse*|battu|battue|battre|abuse|abusee| sequestre*|sequestree|maltraite*|menacee|menace|harcele*|frappee|
    frappe|frapper|agresser|droguee|drogue|enlevee|enleve|enfermee| enferme|retenue|etranglee ~1 !securite|systeme; violences|violence
    conjugale*|domestique*|familiale*|sexuelle*|a; viol; violeur; violee; inceste; attouchement*; agression|abus|harcelement|agressions sexuel*;
    maltraitance*; mari|conjoint|compagnon|copain|pere violent; est|devient|devenu|tres|trop violent*|brutal !orage; pedophil*; pedoporno*; mariage
    force; traite des; sequestr*; femme battue; peur ~2 de|pour|qu ~3 mari|lui|pere|conjoint|ex|copain|vie|rentrer|compagnon|enfants|
    il|securite|beau|tue|frappe|mere ~1 !facture; en danger !compte; pas ~2 securite ~3 maison|lui|chez|moi; pas en securite; m
    empeche|enferme|interdit ~2 sortir|partir|voir|appeler|maison|clef|cle; enferme*|retenue|retient ~1 dans|contre|chez|a|de ~2
    chambre|maison|gre|volonte|cave|force|cle; contre mon gre|ma; bleus ~1 sur|partout|et; bleus|hematomes|coups ~3 corps|bras|visage|enfant;
    photos|videos|images ~1 nues|nue|intimes|nu|denudee*; nudes; stalk*; me|nous suit|poursuit|traque ~3 !sur|instagram;
    enfant|bebe|enfants|gosse|petit|petite|fils|fille ~5 seul|seule|seuls|enferme*|hurle|crie|disparu*|pleure|enleve|enlevee| voiture ~2
    voiture|maison|chaleur|jours|secours|disparu*|depuis|heures|enleve*| sans|nuit|aide|appartement; quelqu un ~3 entre*|essaie|forcer|devant|dans
    ~3 maison|porte|appartement ~1 !compte; m oblige|force a|de ~2 sexe|coucher|rapports|prostitu*|relations|epouser|marier; prostitution`,
  medical: `
    respire*|respirer ~2 plus|pas|mal|difficil*; trop de medicaments|cachets|comprimes|insuline; arrete de respirer; ne bouge|reagit plus;
    tombe|tombee ~2 inconscient*|connaissance|pommes|malaise; coeur ~3 arrete|lache|serre; crise|arret|attaque cardiaque|coeur|asthme|epilepsie|d ~1
    !presque; crise d asthme|epilepsie; infarctus; avc; anaphyla*; convuls*; malaise ~2 !social; hemorragi*; fausse couche; ambulance|samu|pompiers
    !facture|jouet|calendrier; appelez|appeler|appelle|besoin|envoyez|vite ~4 secours|ambulance|medecin|15|112|samu|pompiers|18 !commande|avis;
    urgence medicale|vitale; au secours; respire*|respirer|respiration ~1 plus|pas|mal|difficile*|bloquee;
    peux|arrive|n|ne|plus|mal|peine|difficulte*|pas ~4 respirer|respire; etouff*; suffoqu*; inconscient*|evanoui*; perdu|perd|perdre|perte ~1
    connaissance|conscience|eaux; pas|plus conscient*; reagit|bouge|repond|reveille plus|pas ~1 !appli|site|vite; ne se? ~1 reveille ~1 pas|plus;
    tombe|tombee dans les pommes; saigne|saigner|sang|saignement* ~4 beaucoup|arrete*|partout|abondamment|pas|tete|enormement|fort| plus|trop;
    beaucoup|perd|perds|crache|vomit|vomis|tousse|plein de? ~2 sang; douleur*|mal|pression|serre|oppression ~4 poitrine|thorax|thoracique*|coeur;
    poitrine ~3 mal|serre|douleur|oppress*; avale|bu|ingere|mange|boire|avaler|avalee|respire ~5
    javel|pile|produit|poison|aimant*|lessive|detergent|antigel|champignon*|
    piles|desinfectant|capsule|toxique|liquide|deboucheur|acide|medicaments; centre antipoison; intoxiqu*; empoisonn*; electrocut*;
    allergie|allergique|reaction ~2 grave|severe|reaction|allergique|choc|forte; choc allergique; gorge|visage|langue|levres ~3
    gonfle*|ferme|paralyse*|enfle*|bleu*|deforme*|serre; tout|devient|devenu|est bleu !ecran; insuline ~3 plus|sans|fini|manque|epuise; plus d
    insuline|ventoline; hypoglyc*; perdu|perdre|perd les eaux; bras|jambe|cote|corps|visage ~3 engourdi*|paralys*|gauche|bouger; parle|parler ~1
    bizarre*; brulure*|brule|brulee ~3 grave*|degre|main|visage|bebe|peau|bouillante|bouillant; suis|est en train de mourir !rire|faim; va|vais
    mourir ~1 aide*|secours; il|elle|je meurt !envie|rire|faim|de; tombe|tombee|chute ~5 tete|escalier*|bouge|inconscient*|toit; fracture ~2
    ouverte; coupe|coupee ~4 profond*|doigt|sang|veine; noie|noyade|noye`,
}
