/** How a bot says that a person comes, by language; how phrases are written: ../phrases.ts. `unless` takes a promise back. */
export const classes = {
  who: `someone somebody agent agents human person colleague colleagues team teams teammate teammates specialist specialists representative
    representatives rep reps advisor advisors adviser advisers manager supervisor operator operators member members staff expert experts
    department support consultant they theyll crew associate coworker executive teamll someonell agentll
    colleaguell pharmacist accountant accountants engineer engineers lawyer doctor them`,
  whom: `accountants accountant pharmacist engineers engineer lawyers lawyer nurse doctors specialists them colleagues specialists experts
    agents representatives people humans managers supervisors operators advisors someone somebody agent agents human person people
    colleague colleagues team specialist specialists representative rep advisor adviser     manager supervisor operator member staff
    expert department support desk consultant teammate us associate senior tier`,
  act: `contact contacting call calling ring phone email message messaging reach reaching respond reply answer write text follow following
    join joining     take taking pick assist assisting help helping handle handling review reviewing jump jumping step stepping
    continue speak chat look     come investigate advise`,
  thing: `conversation chat case ticket request issue inquiry enquiry message question matter this it details query concern problem complaint you`,
}

/** Denials: no room reaches across them. */
export const walls = `not never no cant cannot wont dont doesnt nobody none unable couldnt nicht kein keine keinen keiner nie niemand ne
  pas aucun personne nadie
  nunca ninguno ningun nao ninguem nenhum non nessuno mai niet geen niemand nooit`

export const english = {
  promise: `
    @who ~6 will|ll|shall|theyll|gonna|teamll ~2 get|getting back|in; @who ~6 will|shall|theyll|gonna ~1 get back|in; @who ~6
    will|ll|shall|theyll|gonna|teamll|someonell|agentll|colleaguell ~3 @act !closed; @who ~6 will|ll|shall|theyll|gonna|someonell|agentll ~1 be ~2
    with|in|there|here|right|along|assisting|contacting|joining|reaching| calling|taking|able|happy|available|over|helping|back|looking| replying;
    @who ~5 is|are|am|theyre|s going|about ~2 @act|be; @who ~3 is|are|s|theyre ~2 joining|coming|stepping|jumping|taking|now ~1
    over|you|us|this|chat|conversation|in|shortly|soon|joining|taking| joined|reviewing; @who ~3 is|are|has|have|s|theyre ~2
    contacting|calling|joining|joined|messaging|emailing|connecting| picking ~1 you|the|this|chat|up; theyll|someonell|agentll|teamll|colleaguell ~2
    @act|be; you|youll|youre ~1 will|be|shall|being|ll ~2 connected|transferred|contacted|called|handed|routed|passed|redirected| forwarded|assisted
    ~2 to|with|by|shortly|now|soon|over|back|through|momentarily|in| within; you|youre are? being
    connected|transferred|handed|routed|passed|redirected|put; you|youll will|hear|get|receive|be|ll ~2
    hear|hearing|call|callback|reply|response|answer|email|message ~3 from|back ~2 @whom|shortly|soon|by|within|them|him|her|today|tomorrow;
    you|youll will? ~1 hear|hearing ~1 from|back; you|youll will|be|ll ~1 speaking|talking|chatting|put ~2 @whom|through; expect ~3
    call|reply|response|email|message|callback|hear ~2 from|within|shortly|soon|by|today; i|im|ill|we|were|well|me|now|currently|lets ~3
    transfer|transferring|escalate|escalating|reroute|rerouting|route| routing|redirecting|redirect|hand|handing|forward|forwarding|
    pass|passing|refer|referring|connect|connecting|put|putting|switch| switching|loop|looping|bring|bringing|send|sending|move|moving|
    assign|assigning|submit|raising|patching|patch ~5 to|with|over|through|along|in|on|now ~3 @whom|billing|sales|one;
    i|im|ill|we|were|well|me|now|while ~3 transfer|transferring|escalate|escalating|connect|connecting|
    hand|handing|redirecting|routing|rerouting|patching|patch|pass| passing you|this|it|everything
    !to|through|dots|information|best|page|link|form|following|website| site|account|wallet|bank|app|device|url; im|ill|were|well|me|lets|will ~3
    get|getting|bring|bringing|have|having|find|finding|ask|asking| fetch|fetching|grab|grabbing|call|calling|notify|notifying|alert|
    alerting|summon|loop|looping|ping|pinging|contact|contacting| page|paging|invite|inviting|request|requesting|locate|arrange|
    arranging|schedule|pull|pulling|add|adding|check ~3 @whom|in|call|callback !s; ive|have|weve|just|already ~2
    transferred|escalated|forwarded|passed|handed|notified|alerted| flagged|assigned|requested|routed|referred|raised|
    arranged|scheduled|looped|connected|put|opened|called|pinged ~6
    @whom|human|in|callback|you|priority|attention|through|touch| call|review !link|email|confirmation; ive|have|weve|just|already ~2
    told|informed|messaged|asked|let|sent|shared ~6
    @whom|human|callback|priority|attention|through|touch| call|review !link|email|confirmation; ive|have|weve|just|already ~2
    told|informed|messaged|asked|let !you ~6 in !link|email|confirmation; ive|have|weve|just|already ~2
    told|informed|messaged|asked !you ~4 to ~1 @act|get ~2 you|back; im|ill|were|well|me|we|i ~2
    transferring|transfer|escalate|escalating|handing|routing|passing your|this|the|our ~1
    chat|conversation|case|ticket|request|issue|call|inquiry|enquiry| message; theyre|they|theyll|agent|someone|colleague ~1
    picking|coming|joining|joins|arriving|stepping ~1 up|in|now|you|over|the|here|soon|shortly; ive|have|weve
    escalated|forwarded|transferred|handed|passed ~1 @thing|your|the|on|over; your|this|the|it ~3 has|is|will|have|gets|was ~2 been|being|be ~1
    escalated|forwarded|transferred|handed|passed|assigned|routed| referred|reviewed|sent|picked|put ~2 to|up|over|by|on|now|for ~2
    @whom|up|our|shortly; put|putting|patch|patching|switch|switching|hand|handing you ~1 through|over|on;
    bringing|getting|looping|pulling|calling|adding in ~4 @whom; while|as i ~1 put|get|bring|fetch ~3 through|@whom; @who ~1 is|are|s on
    the|its|their way; transferring|connecting|escalating|routing|handing|forwarding| patching|passing|redirecting ~2
    you|your|this|the|now|over|chat|conversation|call ~2 !page|link|data; hold|wait|bear|stay|moment|sit|hang|stand|minute|second ~5
    while|until|and|as|for ~4 connect|transfer|find|get|locate|bring|reach|agent|someone|human|
    colleague|join|joins|specialist|hand|available|representative| fetch; we|well|ill|i ~2 will|well|ill|be|shall ~2
    contact|call|phone|ring|email|reach|get|follow|write|message| touch|respond|in|come ~1 you|back|touch|out|up !the|your|this|if; well|will be in
    touch; give|giving you|them a|your? call|ring|callback; call you back; help|human|agent|person|someone|assistance ~1 is|are on
    the|its|their|his|her way; over to ~2 colleague|team|agent|human|support|specialist; handing over; stepping aside; take it from here`,
  unless: `
    if|unless|whether|would|should you|want|like|in case|prefer|we|they; if; unless; would you|your|like|be|have; want me to; do|if|whether you
    want; shall i|we; once you|your|i; after|when|whenever|as you|your|submitting|filling|placing|i|checkout !can; may|might|could ~2
    contact|call|join|be|ask|get|connect|transfer; do you; can i; let me know; tell|type|reply|say|click|press|choose|select|write ~4 and|to|for|or
    ~4 i|ill|we|agent|human|connect|someone|person|well; your|the bank ~3 will|may|ring; before|until i|we|you;
    courier|driver|technician|technicians|installer|postman|mailman| carrier|dhl|ups|fedex|plumber|electrician|delivery|insurer|doctor|
    parcel|mechanic|fitter|cleaner|landlord|seller|host|restaurant| dealer ~4 will|ll|contact|call|is|to|may|ring|can; yesterday; last
    week|month|year|time|tuesday|monday|friday|night|wednesday|thursday; ago; earlier|previously;
    usually|normally|typically|generally|often|sometimes; every; feel free; you can|could|may|should|must; how to; please ~1
    contact|call|reach|email|visit|write; had been; team|agents|staff|support|office ~3 available|open ~3 from|monday|between|weekdays; always`,
}

export const german = {
  promise: `
    ist|steht|kommt|ubernimmt|hilft|schaltet|tritt|sind ~2 jemand|kollege|kollegin|mitarbeiter|mitarbeiterin|mensch|kollegen| team ~6
    da|fur|bei|chat|hinzu|dazu|ihnen|dir|ein|weiter|verfugung|gesprach; ubernimmt|ubernehmen ~4
    kollege|kollegin|mitarbeiter|team|mensch|jemand|person; kollegen|kollege|kollegin|team|mitarbeiter ~6
    schreiben|schreibt|antworten|prufen|pruft|sehen ~3 ihnen|dir|sich|das|den|es;
    jemand|kollege|kollegin|kollegen|kolleginnen|mitarbeiter|mitarbeiterin| team|mensch|spezialist|spezialistin|spezialisten|berater|beraterin|
    agent|kundenservice|support|kundendienst|ansprechpartner|experte| expertin|fachabteilung|fachteam|person|supportteam|serviceteam|
    kundenberater|kundenberaterin|teamleiter|teamleiterin|vorgesetzte| leiter|leiterin|abteilung|supportmitarbeiter|er|sie ~6
    meldet|melden|kontaktiert|kontaktieren|ubernimmt|ubernehmen|kummert| kummern|ruft|rufen|antwortet|antworten|hilft|schreibt|tritt|kommt|
    kommen|steigt|betritt|schaut|prufen|nimmt|schaltet|stosst|ist| wird|werden ~6 sich|sie|dich|ihnen|dir|gleich|kurze|chat|zuruck|an|in|gesprach|
    kurz|bald|melden|kontaktieren|ubernehmen|kummern|anrufen|ihr| ihre|ihren|ihrem|hier|fur|mit|weiter|dein|deine|helfen|zu|nun|
    jetzt|hinzu|antworten|da; wird|werden ~2 sich ~2 jemand|kollege|kollegin|mitarbeiter|mitarbeiterin|team|kollegen| ein|eine|ihr|unser ~6
    melden|kummern|bei|setzen; meldet|melden|kummert|kummern ~2 sich ~4 jemand|kollege|kollegin|mitarbeiter|mitarbeiterin|team|kollegen|
    unser|kundenservice|support|bei; wir ~2 melden|rufen|kontaktieren|kummern ~4 uns|sie|dich|zuruck|an|ihnen|dir|darum; ich|wir ~1
    verbinde|leite|ubergebe|hole|stelle|gebe|reiche|eskaliere|ubertrage| schalte|rufe|ziehe|bitte|informiere|benachrichtige|uberstelle|
    transferiere|leiten|ubergeben|verbinden|geben|werde|lasse|hinterlasse| schicke|frage|uberweise|verstandige ~6
    sie|dich|ihr|ihre|ihren|dein|deine|deinen|das|gesprach|chat|anliegen| anfrage|es|jetzt|einen|eine|jemanden|weiter|an|durch|mit|team| kollegen ~7
    mit|weiter|an|durch|hinzu|ab|verbinden|weiterleiten|ubergeben| team|kollegen|kollegin|mitarbeiter|jemanden|weitergeben|dazu|
    hinzuziehen|holen|eskalieren|bescheid|kundenservice|support|gleich| jetzt|menschen; leite|verbinde|ubergebe|gebe|eskaliere ~2 ich;
    verbinde|leite|ubergebe sie|dich|ihr|ihre|das|den|deine; ich|wir habe|haben|hab ~8
    weitergeleitet|weitergegeben|ubergeben|eskaliert|informiert|benachrichtigt| verstandigt|gebeten|verbunden|ubertragen|hinzugezogen|gerufen|
    angefordert; sie|du|anfrage|anliegen|chat|gesprach|fall|ticket|nachricht|problem| frage|unterhaltung|meldung|reklamation|beschwerde|vorgang ~3
    wird|werden|wirst|wurde ~6 verbunden|weitergeleitet|weitergegeben|ubergeben|kontaktiert|
    angerufen|durchgestellt|bearbeitet|gepruft|zuruckgerufen|eskaliert; sie|du horen|horst|erhalten|bekommen|erhaltst|bekommst ~7
    von|ruckruf|antwort|ruckmeldung ~3 team|kollegen|uns|mitarbeiter|heute|kollegin|innerhalb|morgen| bald|kurze|kollege|stunden|minuten|in;
    bleiben|bleib|warten|moment|augenblick|gedulden ~6 verbinde|verbunden|kollege|mitarbeiter|leite|ubergebe|hole|kollegin| jemand; weiterleitung;
    ubergabe ~2 an; hilfe ist unterwegs`,
  unless: `
    bevor|ehe ich|sie|wir|du; wenn|falls|sofern; mochten sie|du; mochtest; soll|sollen ich|wir; wollen sie; willst; sobald sie|du; nachdem sie|du;
    gestern; letzte|letzten|letzter; vorhin; vor ~1 tagen|wochen|stunden; damals; normalerweise|ublicherweise|meistens|meist|immer|gewohnlich;
    techniker|kurier|fahrer|paketbote|zusteller|bote|monteur|handwerker| lieferant|spediteur|dhl|postbote|spedition|installateur|arzt;
    schreiben|sagen|antworten|geben|tippen|klicken sie|mir ~4 und|dann|um|wenn; hatte|hatten|war|waren; sag|schreib ~3 und|dann; erreichbar`,
  may: `
    konnen|kann|kannst|konnte|konnten|konntest sie|ich|wir|du|gerne|ihnen|dir; ich|wir|sie|du|team|mitarbeiter|kollege ~2
    kann|konnen|konnte|konnten|kannst|durfen; ich|wir|team|mitarbeiter|kollege wurde gern|gerne|sich|sie|dich|ihnen|dir|dann`,
}

export const french = {
  promise: `
    collegue|collegues|conseiller|equipe|agent|specialiste|quelqu| responsable|personne|conseillere|service|humain|ils|elles|il| elle ~7
    contacter*|recontacter*|rappeler*|repondr*|ecrir*|rejoindr*|reprendr*| prendr*|traiter*|occuper*|aider*|reviendr*|appeler*|arrive|arrivent|
    joindr*|etudier*|rejoint; arrive|arrivent|intervient|entre ~3 collegue|conseiller|agent|conseillere|quelqu|personne|humain; je|nous vous|te ~1
    transfere|passe|bascule|transmets|redirige|oriente|confie; quelqu|collegue|collegues|conseiller|conseillere|conseillers|
    agent|equipe|equipes|membre|personne|specialiste|specialistes| responsable|humain|operateur|technicienne|service|support|expert|
    experte|superviseur|collaborateur|collaboratrice|on|nous|vous| il|elle ~6 va|vont|allons|vais|contactera|contacteront|rappellera|rappelleront|
    rappelle|repondra|repondront|prendra|prendront|prend|rejoindra| rejoint|recontactera|recontacteront|aidera|reviendra|reviendront|
    appellera|ecrira|arrive|occupera|occupe|contacterons|recontacterons| rappellerons|reviendrons|repondrons|assistera|traitera|reprendra|
    reprend|reprendre|joindra|interviendra|etudiera ~4 contacter|rappeler|repondre|prendre|rejoindre|recontacter|aider|
    revenir|appeler|relais|vous|en|charge|contact|suite|conversation| dans|la|le|votre|vers|rapidement|bientot|sous|d|ici|tout|etre|
    mis|traiter|s|joindre|t|assister|reprendre|poursuivre|tres; je|j|nous ~2 transfere|transmets|transferons|transmettons|mets|passe|redirige|
    fais|escalade|oriente|vais|confie|connecte|demande|appelle|previens| contacte|avertis|sollicite|bascule|alerte|signale|remonte|informe|
    allons|envoie ~5 en|a|votre|vous|la|au|le|aupres|suivre|transferer|transmettre| mettre|passer|rediriger|un|une|te|relation|l|confier|connecter|
    demander|escalader|chercher|remonter|conversation|toi|mes ~5 relation|collegue|equipe|conseiller|conseillere|agent|specialiste|
    service|responsable|demande|conversation|dossier|quelqu|humain| personne|contact|support|transferer|operateur|collegues|main|
    equipes|message|plus|vous|superviseur|cas|echange; je|nous vous|te transfere|mets|passe|redirige|connecte|transferons|mettons|bascule| oriente;
    je|j|nous ~1 ai|avons|viens ~3 transmis|transfere|informe|prevenu|alerte|signale|escalade|remonte| demande|fait|averti|confie|contacte ~6
    equipe|collegue|conseiller|service|responsable|demande|dossier| conversation|collegues|agent|support|specialiste|equipes|cas| superviseur;
    votre|vos|la|cette|le|ta ~3 est|a|va|sera|ete|seront|sont ~3 transmise|transmis|transferee|transfere|confiee|confie|prise|
    pris|escaladee|envoyee|etre|redirige|traitee|remontee|en ~5 equipe|collegue|conseiller|service|charge|specialiste|responsable|
    cours|agent|conseillere|support; vous|tu allez|serez|etes|recevrez|aurez|vas|seras ~4
    mis|mise|contacte|contactee|transfere|transferee|rappele|rappelee| recontacte|recontactee|redirige|redirigee|reponse|appel|parler|
    recevoir|dirige|connecte; transfert en|vers; mise en relation; patientez|restez|patienter|instant|quittez|moment ~8
    collegue|conseiller|transfere|agent|relation|quelqu|conseillere| rejoint|contact; nous vous|te? recontact*|rappel*|repondr*|reviend*|contacter*;
    on vous|te recontact*|rappell*|repond*; prend|prendra|prendre le relais; prend la suite`,
  unless: `
    si; s il|ils; avant que|de|d; quand|lorsque ~1 un|une; voulez|veux|souhaitez|souhaites|desirez|voudriez vous|tu|que|parler;
    lorsque|quand|des|une|apres vous|que|avoir|fois ~1 vous|tu|aurez|avez|avoir; hier; dernier|derniere; auparavant;
    generalement|habituellement|normalement|toujours|souvent; livreur|technicien|coursier|transporteur|facteur|chauffeur|banque|
    medecin|plombier|installateur|chronopost|colissimo|artisan; dites|ecrivez|repondez|tapez|cliquez|choisissez|indiquez ~3 et|pour|moi;
    avait|avais|etait|avaient; disponible|joignable|ouvert|disponibles|ouverts|joignables ~2 du|de|tous|lundi`,
  may: `peux|puis|pouvez|peut|pouvons|pourrais|pourra|pourrait|pourriez|pourrons`,
}

export const dutch = {
  promise: `
    komt|neemt|belt|helpt|kijkt|sluit|schuift|meldt|contacteert|mailt| staat|pakt|gaat ~4
    collega|collegas|medewerker|iemand|specialist|mens|persoon|team| adviseur|leidinggevende ~7
    bij|over|contact|chat|aan|op|mee|terug|u|je|verder|erbij|gesprek| helpen; draag|verbind|zet|stuur|breng ~5 over|door ~2 aan|met|naar; ik|wij|we
    draag|verbind|zet|stuur; verbind|zet|stuur|draag ik ~4 over|door; iemand|collega|collegas|medewerker|medewerkers|medewerkster|team|
    persoon|specialist|specialisten|adviseur|agent|klantenservice| mens|support|leidinggevende|supervisor|manager|expert|afdeling|
    deskundige|supportteam|klantenteam|hij|zij|ze|wij|we ~6 neemt|nemen|belt|bellen|contacteert|komt|komen|zal|zullen|gaat|
    gaan|helpt|reageert|antwoordt|antwoorden|stuurt|sluit|pakt|schuift| kijkt|mailt|springt|schakelt|staat|bekijkt|reageren|mailen|zoekt ~7
    contact|over|u|je|chat|gesprek|terug|met|bij|op|aan|zo|verder| helpen|jou|jouw|uw|hier|hiermee|dit|mee|bellen|opnemen|overnemen|
    in|erbij|binnen|nemen|spoedig|snel|vandaag|reageren; ik|we|wij|k ~1 verbind|zet|stuur|draag|schakel|haal|geef|escaleer|ga|zal|roep|
    vraag|verwijs|verbinden|sturen|zetten|breng|leg|informeer|waarschuw| meld|speel ~6
    u|je|jou|door|dit|uw|jouw|het|de|een|gesprek|iemand|over|collega| team ~7 door|over|met|collega|medewerker|team|specialist|doorverbinden|
    doorsturen|overdragen|iemand|erbij|in|doorzetten|collegas|contact| escaleren|klantenservice|verbinden|afdeling|mens|doorgeven|inschakelen|
    leidinggevende; verbind|zet|stuur|draag|schakel|geef ik|u|je|uw|jouw|dit|we ~4 door|over|met|in|collega; ik|we|wij heb|hebben ~7
    doorgestuurd|doorgezet|overgedragen|geescaleerd|ingelicht|gevraagd| doorgegeven|ingeschakeld|doorverbonden|gewaarschuwd|geinformeerd|
    doorgespeeld|voorgelegd; u|je|uw|jouw|dit|het|jij ~3 wordt|worden|word|is|zal|bent|ben ~5
    doorverbonden|doorgestuurd|doorgezet|overgedragen|gebeld|teruggebeld| gecontacteerd|geholpen|overgenomen|behandeld|opgepakt|verbonden|
    geescaleerd|voorgelegd ~2 !bezorg*; u|je hoort|krijgt|ontvangt|hoor|zult ~5 van|bericht|antwoord|telefoontje|reactie|terug|horen ~4
    ons|team|collega|medewerker|vandaag|binnen|specialist|zo|snel| morgen|klantenservice; blijf|moment|ogenblik|wacht|geduld|momentje|even ~7
    verbind|collega|medewerker|doorverbonden|iemand|doorverbind|haal; doorverbinden|doorverbonden; we|wij|ik ~1 bellen|nemen|komen|mailen|bel|neem
    ~4 terug|contact|op; hulp is onderweg; neemt|nemen ~4 contact ~3 op; neemt ~3 over; neem|nemen ~2 contact met u|je|jou`,
  unless: `
    voordat|wanneer; als|indien|tenzij|mocht; wilt u|je; wil|wilt|zal|zou je|u|ik|jij|willen; zodra u|je|jij; nadat u|je; gisteren;
    vorige|afgelopen; eerder; geleden; normaal|meestal|gewoonlijk|doorgaans|altijd|normaliter|vaak;
    bezorger|monteur|koerier|postbode|chauffeur|bank|loodgieter|arts| postnl|installateur|technicus|pakketdienst; typ|zeg|schrijf|antwoord|laat|klik
    ~4 en|dan|weten; had|hadden|was|waren; bereikbaar|geopend|beschikbaar`,
  may: `kan|kunnen|kunt|kon|konden|zou|zouden|mag|kun`,
}
