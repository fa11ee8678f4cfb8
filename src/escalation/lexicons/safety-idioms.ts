/** Phrases of danger that no single language owns, and idioms: a phrase of danger that touches one of these says nothing. */
export const anywhere = {
  'self-harm': 'suicid*; suizid*; overdos*; uberdosis; sobredosis; anorexi*; bulimi*',
  violence: '',
  abuse: '',
  medical: 'anafila*; anaphyla*; convuls*; epilept*',
}

export const idioms = `
    overdose of|on email|emails|mails|information|info|sugar|caffeine|notifications|ads|messages|newsletters; ngo|charity|charities|nonprofit|
    foundation|organization|organisation|verein|association|ong|asociacion|associazione|associacao|
    stichting|hilfsorganisation ~5 domestic|violence|violenc*|violenz*|gewalt|abuse|abuso|abus|geweld|misbruik;
    watch|smartwatch|uhr|montre|reloj|relogio|orologio|horloge|armband|armbanduhr ~5
    notruf|secours|soccorsi|ambulanc*|ambulanza|notarzt|emergencias|emergencia|112|911|sturz; ruft ~2 uhr ~5 notruf|rettungsdienst|112;
    ahorco|mato|estrangulo|strozzo|ammazzo|erwurge|etrangle|tue|wurg|uccido|esgano ~7 haha*|jaja*|ahah*|mdr|rsrs*|kkk*|lol; heart rate|monitor; niet
    meer klant|lid|abonnee; rent check; suicide squad|doors|door; suicide|suicid* prevention|awareness
    charity|fund|run|event|fundrais*|donation|course|training|policy|day; donation|donate|donated|donating|charity|receipt|fundraiser|book|film|
    movie|song|novel|spende|spenden|spendenquittung|don|dons|donacion|doacao|donazione|ricevuta|recibo|
    recu|quittung|donatie|boek|livre|libro|livro|buch ~6 suicid*|suizid*|selbstmord*|zelfmoord*|violenc*|violenz*|abuse|gewalt|abus; self
    harm|injury policy|content|guidelines|rules|filter|section; @cutting myself|himself|ourselves a|an|some !lot|bit|knife|razor; kill|kills|
    killed|killing|terminate|tuer|toten|beenden|matar|mato|mata|uccidere|uccido|ammazzare|doden|kille|
    killen|killer|stop ~3 process|processes|job|task|tasks|app|session|sessions|server|container|thread|query|command|program|
    service|connection|processo|processi|proceso|procesos|processus|prozess|prozesse|proces|processen|
    programm|programma|programa|bot|timer|switch|time|vibe|deal|order|subscription|weeds|bugs|germs|
    bacteria|tache|tarea|tempo|tiempo|temps; kill|killed|killing two birds; killing it; killer app|feature|deal|price; shoot|shooting
    me|you|us|them|him|her an|a|over|the|some|your email|e|mail|message|text|link|line|invoice|dm|quote|note;
    could|konnte|konnt|pourrais|podria|poderia|potrei|zou|kan ~4 strangle|kill|murder|erwurgen|umbringen|toten|etrangler|tuer|estrangular|matar|
    strozzare|strangolare|ammazzare|wurgen|vermoorden|strangolarlo|strangularlo|matarlo ~9 haha*|lol|lmao|jaja*|mdr|rsrs*|hihi|ahah*|kkk*;
    haha*|lol|lmao ~4 kill|killing|die|dying; does|do|can|will|which|how ~4 watch|smartwatch|device|alarm|tracker|sensor|pendant|app|plan|policy|
    insurance|uhr|montre|reloj|relogio|orologio|horloge ~4
    call|calls|detect|detects|cover|covers|ambulance|ruft|notruf|appelle|llama|chama|chiama|belt; bringt|bringen|bringst|bringe mich|uns um
    den|meinen|die verstand|schlaf|nerven|geduld; precio|precios|prezzo|prezzi|preco|prix de|da|d|di infarto|infarct*;
    almost|nearly|practically|gave|give|giving ~3 heart attack|stroke; bijna|fast|presque|casi|quase|quasi ~3
    hart*|herz*|crise|infart*|infarto|ataque; die|dying|died|dead of|from|with|laughing
    curiosity|laughter|boredom|embarrassment|excitement|laughing|hunger|thirst; ga|gaat|sterf|doodgaan|dood dood? van|voor|om
    nieuwsgierig*|lachen|honger|het; sterbe|sterben|stirbt vor|fast|aus neugier|hunger|langeweile|lachen|spannung; meurs|mourir|meure|creve|mort de
    rire|faim|curiosite|honte|d|soif|fatigue|chaud; muero|morir|morirme|muriendo|muerto|muerta|muere de
    hambre|risa|ganas|curiosidad|calor|aburrimiento|verguenza|sueno; morro|morrer|morrendo|morta|morto|morri de
    fome|rir|curiosidade|vontade|calor|tedio|vergonha|saudade|sono|rizada; muoio|morire|morendo|morto|morta di|dalla|dal|dalle|da
    curiosita|fame|ridere|noia|voglia|caldo|sonno|sete|risate|vergogna; phone|battery|laptop|car|screen|device|server|line|link|site|account|akku|
    handy|bateria|batteria|batterie|telefono|telefone|telephone|telefoon|accu|computer|pc|tv|router ~2
    dead|died|dying|tot|mort|morte|muerto|muerta|morto|morta|dood|muriendo|morrendo|morreu|murio; gun safe|case|holster|rack|cabinet|oil|metal;
    hit|hits|hitting ~2 car|fence|door|wall|gate|van|garage|mailbox|bike|parked|truck|limit|enter|button|submit|key; ambulance
    toy|set|costume|lego|game|cover*|insurance|bill; breath* ~1 new life; call|calls|calling ~3 ambulance when|if; telefono|sito|app|server|site|
    page|pagina|pagine|support|supporto|assistenza|service|website|router|drucker|imprimante|impresora|
    impressora|stampante|computer|pc|schermo|pantalla|screen ~2 not|nicht|non|no|nao|ne|pas|niet|plus|reagiert|risponde|responde|reageert|repond ~2
    respond*|risponde|responde|responding|repond|reagiert|reageert|nicht|niet|pas|plus; en finir avec cet|cette|votre|vos|ce; jump
    in|on|through|ship|start|to; app|appli|site|website|wait|waiting|update|bug|it|this|that|prices|price|queue|service|delay|lag|
    slow|back ~2 killing me|us|my; deadline ~2 killing; boss|wife|mum|mom|husband|girlfriend|kids|customers ~3 kill|murder me if|when|for|because;
    jump starting|started; reminder|remind|reminds ~8 meds|medication|pills|tablets|insulin; app|aplicacion|pagina|programa|movil|aplicativo ~6
    muere|muero|morre|muore; end|ending|finish|einde|eind|fin|terminar|acabar|finire|finita|fine|schluss|ende|finir|fim ~8 contract|contrat|
    contrato|contratto|abonnement*|suscripcion|assinatura|abbonamento|abo|vertrag|trial|subscription|
    membership|contratado|proefabonnement|lidmaatschap|mitgliedschaft|tarif|tarifa|tariffa|fibra|
    handyvertrag|zeitschrift; end|finish it . ~3 contract|subscription|membership|lease|plan|trial|account; clause|policy|insurance|exclusion*|
    versicher*|assurance|seguro|assicurazione|verzekering|polis|poliza|polizza|apolice ~10 suicid*|suizid*|selbstmord*|zelfmoord*; infarctus|avc|
    infarto|enfarte|ictus|derrame|herzinfarkt|schlaganfall|hartinfarct|beroerte|hartaanval|attack|
    stroke|seizure|seizures ~5 ans|anos|anni|jaren|jaar|jahren|jahre|years|year|mois|meses|mesi|maanden|monaten|months|ago|geleden|
    kindheit|2019|2020|2021|2022|2023|2024; vor|hace|depuis|since|sinds|seit|ha|last ~3
    jahren|jahre|anos|ans|anni|jaar|year|years|monaten|meses|mois ~5
    infarctus|avc|infarto|enfarte|ictus|herzinfarkt|schlaganfall|hartinfarct|beroerte|attack|stroke; vi|vimos|li|jornal|noticia*|periodico|news|
    newspaper|nachrichten|journal|giornale|notizie|nieuws|krant|zeitung|heard|read|lu|leido|letto|
    gelesen|gelezen ~6 tiroteio|tiroteo|fusillade|sparatoria|schietpartij|shooting|attentat|atentado|attentato|aanslag|
    amoklauf|bomb*|massacre|massaker|murder; misuratore|tensiometro|tensiometre|medidor|blutdruck*|bloeddruk*|monitor ~6
    pressione|braccio|brazo|braco|arm|bras; pressione|presion|pressao|tension arterial|da|de|du|al? ~1 braccio|braco|brazo|bras; game
    !chat|room|store ~8 kill*|die|dies|dying|died|dead|bomb*|shoot|shooting;
    quest|enemy|enemies|zombie*|npc|spiel|jeu|juego|jogo|gioco|spel|videojuego|videogioco ~8 kill*|die|dies|dying|died|dead|sterbe|stirbt|toten|
    tuer|meurt|meurs|matar|mata|muere|muero|morre|morro|uccid*|muoio|muore|ammazz*|doden|dood|sterf|
    bomb*|shoot|shooting; hit me with; bleeds through; pills|tablets|pillen|tabletten|pastillas|comprimidos|pastiglie|pillole|comprimes|
    medicijnen|medicamentos ~6 pregnant|schwanger|embarazada|gravida|incinta|enceinte|zwanger; phone|screen|movil|ecra|tela|pantalla|bildschirm|
    ecran|schermo|scherm|display|laptop|telefon|lampje|monitor ~4 blue|azul|blau|bleu|bleue|blu|blauw|purple;
    coltello|coltelli|faca|facas|cuchillo|cuchillos|couteau|couteaux|messer|mes|messen|knife|knives ~2
    cucina|cozinha|cocina|cuisine|keuken|set|sbagliato|errado|block|sharpener; kuchenmesser; keukenmes`
