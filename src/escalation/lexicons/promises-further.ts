/** More of how a bot says that a person comes, by language, and who is no person of the business; as in ./promises.ts. */
export const further = {
  english: `
    getting|fetching|grabbing|bringing|finding|calling|pinging a|an|someone|somebody|our|my|you ~2 @whom; accounts|billing|sales|finance|workshop|
    warehouse|logistics|legal|hr|reception|office|dispatch|concierge|tailor|handler|lead|clerk|buyer|
    trainer|nurse|tutor|stylist|planner|owner|founder|boss|director|designer|baker|florist|colleague|
    human|person|people|someone|somebody|desk|crew|editor|chef|vet|therapist|auditor|counsellor|
    bookkeeper|archivist ~4 will|ll|going|is|are|to ~1 contact|contacting|call|calling|ring|ringing|email|emailing|message|write|writing|answer|
    reply|drop|get|reach|read|look|looking|pick|take|taking|join|joining|phone|text|follow ~2
    you|this|it|back|touch|her|him|here|over|on|up|in|hold; forwarded|passed|handed|sent|escalated|given|shared|flagged|raised
    everything|it|this|that|them|your|the|all|details|photos ~3 to|with|through ~1 our|the|my|a ~3
    @whom|lead|workshop|desk|tailor|accounts|billing|handler|owner|boss|director|office;
    handler|agent|adviser|colleague|person|specialist|manager|someone|somebody|teammate ~1 been|is assigned|alerted|notified|asked|informed;
    drop|dropping|send|sending you a line|note; make|see|ensure sure|that|to ~2 someone|somebody|agent|colleague|person|human|team ~2
    looks|calls|contacts|reads|gets|sees|handles|answers|picks|rings|comes|replies; we|well|will ~1 reach out to you; in the queue|line for|to ~3
    @whom; next|first available|free agent|adviser|advisor|colleague|person|operator; one of our|my|us ~2 will|ll|is; real|actual|live
    person|human|agent is|will; assigned to ~3 who will|ll; who will ~1 contact|call|write|message|reply|ring|email|answer|get|phone ~1
    you|here|back; in the|good hands of our|my; now|currently with our|my ~3 team|specialist*|department|desk|colleague; @who
    takes|picks|steps|jumps|joins|calls|writes|replies|answers|contacts|rings|reads over|it|this|you|up|in|now|here|back|your|from;
    ive|i|ill|im|have|weve ~1 asked|ask|asking|told ~5 to call|contact|ring|email|write|message|reply|phone|join|take|look|step ~1
    you|over|this|at|into|back|in; you|youll ~2 get|have|receive ~2 call|visit|answer|reply|message ~2 from ~1 our|my|her|him|them|a|someone;
    well|we ~2 ring|call|phone|email|message|text you|back; leaving|leave|left you in ~3 hands; handing|hand|over|passing ~3 to ~1 my|our|a ~2
    @whom; bring|bringing|brought|pull|pulled|loop|looped|tag|tagged|rope|roping in ~3 @whom|lead|boss`,
  german: `
    team|kollege|kollegin|kollegen|abteilung|technik|buchhaltung|werkstatt|fachabteilung|support|
    rechtsabteilung|leitung|chefin|chef|mitarbeiter|mitarbeiterin|sachbearbeiter|sachbearbeiterin|
    beraterin|berater|buro|filialleiterin|filialleiter|innendienst|experte|expertin|mensch|jemand|
    zentrale|meister|verwaltung ~3 wurde|wird|pruft|klart|sieht|schaut|gibt|ruft|schreibt|meldet|macht|kummert|antwortet|setzt|fuhrt|
    liest|nimmt|ubernimmt|kommt|sagt ~6 informiert|verstandigt|ihnen|dir|sich|bescheid|weiter|anrufen|melden|zuruck|dazu|mit|kontakt|hier|
    ubernehmen|antworten|kummern|schreiben; ruckruf ~3 veranlasst|eingetragen|vereinbart|angefordert|notiert|gebucht|organisiert|vorgemerkt;
    liegt|ist jetzt|nun|bereits|schon bei ~1 unserem|unserer|meinem|meiner|der|einem|einer ~1
    team*|kolleg*|abteilung|fachabteilung|leitung|buchhaltung|werkstatt|beschwerdeteam|technik|chefin; macht ~2 weiter; horst|hort|horen sie|du ~3
    von mir|uns|ihm|ihr|ihnen; gleich|sofort|sogleich|gerade bei ihnen|dir; nachste|nachster freie|freier mitarbeiter|berater|kollege; ich ~3
    bitte|frage|hole|rufe|ziehe|schalte|sage|gebe|reiche|lege|leite|schicke ~5 kollegen|kollegin|chefin|chef|team|jemanden|technik|werkstatt|
    leitung|buchhaltung|menschen|fachabteilung|vorgesetzte*; an ~2
    team|kolleg*|abteilung|fachabteilung|leitung|buchhaltung|werkstatt|chefin|mitarbeiter*|menschen
    ubergeben|weitergegeben|weitergereicht|weitergeleitet|gemeldet; setzt|setzen sich|uns ~4 verbindung`,
  french: `
    fais|faisons venir|intervenir quelqu|un|une|mon|ma; on|nous ~1
    revient|revenons|reviendra|rappelle|rappelons|recontacte|repond|ecrit|contacte|contactons ~1 vers|vous|te|toi; entre les mains de|d|du;
    remontee|remonte|confie|confiee|transmis|transmise|transmets|adresse|adressee|soumis|soumise|passe|
    signale|envoye ~4 a|au|aux|chez|l ~3 superviseur|responsable|collegue*|equipe|equipes|specialiste*|expert*|service|atelier|direction|
    juriste|comptable|comptabilite|conseill* ~1 !logistique; conseiller|conseillere|agent|collegue|quelqu ~2 sera ~3 avec|la|a|aupres;
    demande|demander|demandons a|au|aux ~3 de|d ~1 vous|te|rappeler|contacter|ecrire|regarder; comptable|comptabilite|atelier|direction|juriste|
    gestionnaire|expert|experte|service|equipe|responsable|boutique|magasin|chef|conseiller|conseillere|
    collegue|conservatrice|secretariat|patron|patronne|quelqu|humain|personne ~4 vous|va|s|prend|prendra|fera|lira|regarde|te ~3 ecrit|ecrira|
    appelle|appellera|telephone|telephonera|contacte|contactera|rappelle|rappellera|repondra|repond|
    recontacte*|occupe*|signe|contacter|appeler|ecrire|rappeler|occuper|prendre|etudier|repondre|
    message|main|rejoint|rejoindre|lire; vous|tu aurez|auras ~3 nouvelles|retour|reponse; vient|viendra ~2 vous|t|te
    aider|rejoindre|repondre|parler; je|j ~1 appelle|fais|cherche|previens ~2 un|une|mon|ma ~1
    collegue|conseiller*|responsable|superviseur|personne|humain`,
  spanish: `
    perito|asesor*|abogad*|contable|contabilidad|taller|encargad*|gestor*|responsable|comercial|
    administracion|facturacion|oficina|equipo|alguien|persona|agente|companer*|direccion|laboratorio|
    tienda|colega|jefa|jefe|especialista|supervisor*|experto|experta|humano ~6 contestara|hablara|tomara|llamara|leera|escribira|atendera|avisara|
    revisara|contactara|contesta|escribe|llama|habla|sigue|viene|toma|lee|explicara|dira|mirara|mandara; voy|vamos a ~1
    traer|meter|sumar|incorporar|invitar|involucrar|buscar|consultar|avisar ~2 un|una|mi|alguien|agente|companer*|persona|nuestr*;
    traigo|sumo|incorporo|invito|llamo|aviso|busco a ~2 un|una|mi|alguien|agente|companer*|persona; sido|se|ha|fue ~1
    reenviad*|escalad*|pasad*|enviad*|derivad*|asignad*|trasladad*|remitid* ~1 a|al ~3 soporte|responsable|equipo|departamento|agente|supervisor*|
    especialista*|companer*|taller|persona|area|servicio; en manos de; solicitado|pedido|pedi ~2 que ~1 te|le|os|lo|la
    llamen|contacten|escriban|atiendan|ayuden; te|le|os llamamos|contactamos|escribimos|contestamos|avisamos; sigue|continua|queda con
    usted|contigo; alguien|companer*|persona|agente ~1 viene|llega|entra; dejo|deje ~2 en ~1 manos; te|le|os ~1 va|van a ~1
    llamar|escribir|atender|contactar|contestar`,
  portuguese: `
    foi|sera|esta|ja encaminhad*|escalad*|passad*|enviad*|transferid*|direcionad*|repassad* ~1 ao|a|para|aos|as ~3 setor|responsavel|equipe|
    equipa|departamento|supervisor*|especialista*|colega*|atendente*|gerente|time|suporte|oficina|area; nas maos de|dos|da|do|das|dum;
    pedi|solicitei ~4 ligarem|liguem|contactem|contatem|telefonem|responderem; fila ~8 atendente|agente|colega|alguem; contabilidade|oficina|
    gerente|responsavel|advogad*|perito|gestor*|financeiro|faturacao|faturamento|escritorio|loja|alguem|
    pessoa|colega|atendente|equipe|equipa|direcao|tecnica|chefe|humano ~6 falara|lera|respondera|ligara|escrevera|entrara|assumira|telefona|
    escreve|liga|responde|manda|mandara|avisara|verificara|irao|ira|vai|vem ~4 com|voce|sua|seu|te|lhe|lo|aqui|consigo|contigo|ti|la;
    continua|segue|fica consigo|contigo; com voce|consigo; ligamos|retornamos|respondemos ~1 voce|te|lhe|para|ainda|hoje|amanha; chamo|aciono|trago
    ~1 um|uma|o|a|meu|minha ~1 colega|supervisor*|responsavel|atendente|gerente|pessoa; deixo ~2 nas maos`,
  italian: `
    e|viene|verra|sara|stat* inoltrat*|passat*|trasmess*|assegnat*|girat*|affidat*|segnalat* ~1 a|al|alla|ai|ad|all ~3 reparto|responsabile|team|
    operatore|operatrice|collega|colleghi|supervisore|specialist*|ufficio|assistenza|consulente|
    officina|direzione; nelle mani di|dei|del|delle|della|nostri; le|vi|ti faremo|faranno|fara|daremo sapere|avere|notizie|riscontro; ufficio|
    amministrazione|fatturazione|contabilita|officina|perito|avvocat*|direzione|segreteria|laboratorio|
    persona|team|collega|responsabile|qualcuno|consulente|titolare|gestore|reparto|sarta|capo|operatore|
    operatrice|addetto|addetta ~6 leggera|scrivera|scrive|chiamera|chiama|telefonera|telefona|contattera|contatta|richiamera|
    verifichera|rispondera|prosegue|continua|fara|guardera|dira ~4
    suo|tuo|con|lei|te|le|la|ti|vi|qui|messaggio|chat|domani|oggi|entro|giornata|sapere|caso; chiamo|coinvolgo|faccio|porto|cerco ~2
    supervisore|responsabile|collega|operatore|operatrice|persona|specialista|addetto|addetta; le|la|ti|vi ~1
    scrivera|chiamera|telefonera|contattera|richiamera|rispondera|scrive|telefona ~4
    collega|team|qualcuno|responsabile|ufficio|officina|operatore|operatrice|amministrazione; prosegue|continua con lei|te|voi; coda ~8
    operatore|collega|operatrice; qualcuno|collega|persona|operatore ~3 sta ~1 arrivando|entrando`,
  dutch: `
    haal|roep|vraag|trek|betrek ~6 bij|erbij ~1 die|nu|zodat; haal|roep|betrek ~4 medewerker|collega|iemand|leidinggevende|specialist;
    facturatieafdeling|klantendienst|werkplaats|boekhouding|administratie|planning|receptie|
    fraudespecialist|specialist|expert|jurist|kantoor|directie|team|medewerker|medewerkster|collega|
    iemand|persoon|mens|afdeling|bedrijfsleider|chef|adviseur|baas|eigenaar|dossierbehandelaar|
    behandelaar|binnendienst|winkelteam ~3 mailt|belt|leest|zoekt|gaat|komt|schrijft|stuurt|kijkt|neemt|antwoordt|pakt|meldt|reageert|zal|appt|
    laat ~6 u|je|jou|uw|jouw|eraan|slag|mee|contact|bericht|hier|hiermee|over|weten|terug; mailt|belt|appt|schrijft ~1 u|je ~3
    over|terug|morgen|vandaag|hierover; hoort|hoor ~4 van hem|haar|ons|hen|collega|team; ligt|is nu|inmiddels|al bij ons|onze|mijn|een|de ~1
    team|specialist*|afdeling|collega*|leidinggevende|klachtenteam; er is zo|straks|dadelijk iemand; wachtrij ~8 iemand|medewerker|collega;
    is|wordt|werd ~4 doorgestuurd|doorgegeven|overgedragen|voorgelegd ~1 aan|naar ~3 team|afdeling|collega*|specialist*|leidinggevende|medewerker*;
    leg|geef|speel ~5 voor|door aan ~3 team|collega*|specialist*|afdeling|leidinggevende; medewerker|collega|iemand komt|sluit|schuift
    eraan|aan|erbij|zo`,
}

/** In every language: others who call, and things that are handed on. */
export const outsiders = `
    ground|cabin staff|crew; gate; amministratore|condominio|gemeente|ayuntamiento|mairie|prefecture|notaire|notaio|notaris|syndic|
    gardien|comune|camara|prefeitura|finanzamt|behorde|hausverwaltung|vermieter|arztpraxis|polizei|
    policia|politie|polizia|gendarmerie ~8 contact*|kontakt*|meldet|neemt|nemen|contatter*|contacter*|appell*|chiam*|llam*|ligar*|liga|
    schreibt|ruft|vous|u|vi|le|lhe; guide|guia|guida|gids|fremdenfuhrer ~3 rejoind*|vous|la|le|vi|vos|u|sie; conferma ~1 arriva;
    confirmation|confirmacion|confirmacao|bestatigung|bevestiging ~2 arrive*|llega*|chega*|kommt|komt; iemand thuis; jemand ~2 zuhause|hause; quelqu
    un ~3 maison|domicile; alguien ~2 casa; qualcuno ~2 casa; alguem ~2 casa; refund|payment|amount|dinero|dinheiro|valor|rimborso|bonifico|
    bedrag|betrag|remboursement|reembolso|domain ~8 account|cuenta|conta|conto|rekening|konto|compte|registrar;
    pedido|ordine|bestellung|commande|bestelling|order ~5 almacen|armazem|magazzino|lager|entrepot|magazijn|warehouse; seite|page|pagina ~4
    weitergeleitet|paiement|pago|pagamento|pagamenti|betaal*|checkout; vers la page; connecting the dots; cuando un agente; once a|an|the`
