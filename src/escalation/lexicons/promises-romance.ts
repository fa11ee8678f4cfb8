/** How a bot says that a person comes, in Spanish, Portuguese and Italian; as in ./promises.ts. */
export const spanish = {
  promise: `
    te|le|os|les atiende|contacta|llama|responde|ayuda|escribe|atienden|contactan| llaman|responden|atendemos|llamamos|pasamos ~3
    persona|alguien|agente|companer*|equipo|especialista|asesor*| humano|colega; entra|llega|viene|une|incorpora|sigue|continua|atiende|toma|ocupa|
    interviene ~3 companer*|agente|persona|alguien|colega|asesor*|humano|especialista| supervisor*;
    companer*|agente|persona|alguien|colega|asesor*|especialista| equipo|humano|responsable|supervisor* ~5
    llamara*|contactara*|escribira*|respondera*|atendera*|revisara*| unira*|ayudara*|estudiara*|pondra*|tomara*|encargara*|entra|toma|
    atiende|incorpora|une|ocupa|contacta|llama; he|hemos ~2 escalado|derivado|transferido|pasado|trasladado ~1 el|la|su|tu|al|a;
    alguien|agente|agentes|companero|companera|companeros|colega| colegas|equipo|persona|especialista|especialistas|asesor|asesora|
    representante|miembro|responsable|operador|operadora|supervisor| supervisora|humano|soporte|encargado|departamento|ejecutivo|ejecutiva|
    experto|gestor|gestora|nos|se|te|le|os|nosotros ~6 contactara|contactaran|llamara|llamaran|respondera|responderan|
    atendera|atenderan|unira|uniran|escribira|ayudara|ayudaran|continuara| tomara|asumira|encargara|revisara|revisaran|comunicara|comunicaran|
    pondra|pondran|pondremos|contactaremos|llamaremos|responderemos| escribiremos|comunicaremos|va|van|vamos|incorporara|entrara|seguira|
    estara|dara|hara|devolvera|resolvera|retomara|asistira|contestara| contestaremos ~5
    contigo|usted|te|le|contacto|chat|conversacion|ti|pronto|breve| en|caso|brevemente|llamar|contactar|atender|responder|ayudar|
    unirse|unir|de|ello|lo|su|tu|atenderte|atenderle|ayudarte|ayudarle| contactarte|contactarle|llamarte|llamarle|escribirte|cargo|consulta|
    hoy|manana|un|ponerse|revisar|comunicarse|encargarse|cuanto|tomar| antes|responderte|responderle|dentro; te|le|lo|la|os|les
    contactara*|llamara*|atendera*|respondera*|escribira*|ayudara*| contactaremos|llamaremos|responderemos|escribiremos|contactaran|
    transfiero|paso|conecto|comunico|pongo|derivo|redirijo|estoy| transferire|pasare|conectare|comunicare|voy|transferimos|pasamos|
    derivare|pondre|conectamos|remito|estamos|traspaso|conectaremos| transferiremos ~6 !enlace|siguiente|informacion|link;
    voy|vamos|estoy|procedo|dejame|dejeme|permiteme|permitame|permite ~2 transferir*|pasar*|conectar*|comunicar*|derivar*|escalar*|transfiriendo*|
    pasando*|conectando*|comunicando*|derivando*|escalando*|redirigiendo*| trasladar*|traspasar*|avisar*|pedir*|buscar*|solicitar*|remitir*|
    poner*|notificar*|llamar*|traspasando*|reenviando*|reenviar*| enviar* ~4
    agente|companer*|equipo|conversacion|chat|caso|consulta|con|especialista| persona|alguien|humano|soporte|asesor*|a|al|representante|supervisor*;
    transfiero|paso|derivo|escalo|traslado|remito|envio|reenvio|aviso| pido|elevo|conecto|asigno|notifico ~4
    conversacion|chat|caso|consulta|agente|companer*|equipo|especialista| persona|solicitud|alguien|humano|soporte|asunto|representante; he|hemos ~2
    transferido|pasado|derivado|escalado|trasladado|avisado|enviado| reenviado|remitido|notificado|solicitado|pedido|informado|asignado| elevado ~6
    equipo|agente|companer*|caso|conversacion|consulta|especialista| solicitud|soporte|supervisor*|departamento|alguien|llame|encargado;
    tu|su|la|el|esta|este ~2 conversacion|chat|caso|consulta|solicitud|peticion ~2 sera|esta|ha|fue|queda|se ~2
    transferid*|siendo|sido|derivad*|escalad*|enviad*|pasad*|asignad*| revisad*; transfiriendo|conectando|pasando|derivando;
    seras|sera|serás|recibiras|recibira|tendras|tendra ~3 transferid*|contactad*|atendid*|conectad*|llamada|respuesta|derivad*| noticias|redirigid*;
    espera|espere|momento|permanece|permanezca|aguarda|aguarde|quedate| mantente ~8
    agente|companer*|transfiero|conecto|paso|alguien|comunico|especialista| asesor*; nos|se pondr* en contacto; nos|se ~1 pondr* ~2 contigo|usted`,
  unless: `
    cuando un|una; antes de; si; quieres|quiere|deseas|desea|gustaria|prefieres|prefiere que|hablar|te|le; cuando|una|despues|en
    vez|confirmes|confirme|cuanto|de ~1 confirm*|que|me|nos|tu|usted|envi*; ayer; semana|mes|lunes|martes pasad*;
    normalmente|generalmente|habitualmente|siempre|suele|suelen; repartidor|mensajero|tecnico|transportista|banco|conductor|fontanero|
    cartero|medico|instalador|correo; escribe|escriba|dime|digame|responde|pulsa ~3 y|para; habia|estaba|estaban|llamo; disponible|disponibles ~2
    de|lunes|desde|entre; a menos`,
  may: `puedo|puede|puedes|podemos|pueden|podria|podrias|podriamos|podra|podran`,
}

export const portuguese = {
  promise: `
    colega*|atendente*|alguem|agente|especialista|equipe|equipa ~3 vem|vai ~2 falar|ajudar|ter|conversar|responder|atender;
    atende|contacta|liga|responde|ajuda|entra|chega|assume|junta| continua ~4
    colega*|atendente*|agente|pessoa|alguem|especialista|humano|consultor*; colega*|atendente*|agente|pessoa|alguem|especialista|equipe|equipa|
    humano|consultor*|responsavel|supervisor* ~6 contactara*|contatara*|ligara*|escrevera*|respondera*|atendera*|
    analisara*|juntara*|ajudara*|entrara*|assumira*|retornara*|entra| assume|atende|junta|contacta|liga|responde|cuida|vai|vao; estou|vou ~1
    passando|passar|transferindo|transferir|encaminhando|encaminhar| conectando|ligando voce|a|o|lo|la|te|para|ao|esta|este|seu;
    alguem|agente|agentes|colega|colegas|equipe|equipa|pessoa|especialista| especialistas|assistente|atendente|atendentes|consultor|consultora|
    representante|membro|responsavel|operador|operadora|supervisor| supervisora|humano|suporte|gestor|gestora|departamento|time|nos|
    se|setor|ele|ela ~6 contata|contactara|contatara|contactarao|ligara|respondera|responderao|
    atendera|entrara|entrarao|entraremos|contactaremos|ligaremos| responderemos|retornaremos|escrevera|ajudara|ajudarao|continuara|
    assumira|assume|juntara|encarregara|analisara|vai|vao|vamos|dara| seguira|estara|retornara|tratara|fara|cuidara|juntar ~6
    contato|contacto|consigo|contigo|voce|chat|conversa|em|caso|breve| ligar|contactar|contatar|atender|responder|ajudar|entrar|juntar|
    assumir|lo|continuidade|seu|teu|te|lhe|falar|logo|brevemente| hoje|instantes|a|o|retornar|continuar|dar|ao|disso|ti|isso|cuidar|
    tratar|analisar|pedido|si; vou|vamos|estou|estamos|deixe|deixa|irei ~3 transferir*|transferindo*|passar*|passando*|conectar*|conectando*|
    encaminhar*|encaminhando*|ligar*|escalar*|escalando*|direcionar*| redirecionar*|reencaminhar*|chamar*|chamando|pedir*|avisar*|notificar*|
    direcionando*|colocar*|solicitar*|reencaminhando*|acionar*|acionando| remeter|comunicar* ~5
    agente|colega*|equipe|equipa|conversa|chat|caso|pedido|com|especialista| pessoa|alguem|humano|suporte|atendente*|a|ao|para|lo|la|te|voce|
    consultor*|supervisor*|um|uma|o|seu|agora; transfiro|passo|encaminho|conecto|direciono|aciono|reencaminho| escalo ~4
    conversa|chat|caso|pedido|agente|colega*|equipe|equipa|especialista| pessoa|o|a|para|atendente|humano|voce|lo|la|ao;
    transfiro|encaminho|conecto; encaminhei|transferi|passei|escalei|notifiquei|avisei|encaminhamos|
    enviei|reencaminhei|pedi|acionei|solicitei|informei|alertei|chamei ~6 equipe|equipa|colega*|caso|conversa|pedido|agente|especialista|
    suporte|supervisor*|setor|atendente|responsavel|humano|solicitacao| alguem|departamento; seu|sua|a|o|este|esta|teu|tua ~2
    conversa|chat|caso|pedido|solicitacao|questao ~3 sera|esta|foi|vai ~2 transferid*|ser|sendo|encaminhad*|escalad*|enviad*|passad*|analisad*;
    transferindo|conectando|encaminhando|passando voce|te|para|o|a|sua|seu|agora|lo|la; sera|vai|seras|recebera|recebe|tera|esta|vais ~3
    transferid*|contactad*|contatad*|atendid*|conectad*|ligacao|resposta| chamada|ser|encaminhad*|retorno|direcionad*;
    aguarde|aguarda|espere|momento|permaneca|instante|fique|aguardar ~8 agente|colega|transfiro|atendente|encaminho|conecto|alguem|transferir|
    equipe|equipa|especialista|entra|entrar|assumir; ligamos lhe|te; entraremos em contato|contacto; entrara|entrarao em contato|contacto`,
  unless: `
    quando um|uma; antes de; se voce|quiser|preferir|desejar|precisar|o|a|nao|tu|quiseres|for|
    houver|isso|ainda|tiver|precisares|preferires|pretender; caso voce|queira|prefira|deseje|o|precise|nao|haja; quer|gostaria|deseja|queres|prefere
    que|de|falar|conversar; quando|assim|depois|apos voce|que|de|o|confirmar|tu; ontem; semana|mes|passada passada|passado;
    normalmente|geralmente|habitualmente|sempre|costuma|costumam; entregador|estafeta|tecnico|transportadora|carteiro|banco|motorista|
    instalador|canalizador|correios|medico|motoboy|encanador; escreva|diga|responda|digite|clique ~4 e|para; tinha|estava|estavam|havia;
    disponivel|disponiveis ~2 de|das|segunda|entre`,
  may: `
    posso|pode|podemos|podes|podem|poderia|poderiamos|podera|poderao| conseguimos ~1 !ver`,
}

export const italian = {
  promise: `
    entra|arriva|subentra|interviene|risponde|contatta|prende|continua| segue|prosegue|viene|aiuta ~4
    collega|colleghi|operatore|operatrice|persona|qualcuno|specialista| addett*|consulente;
    collega|colleghi|operatore|operatrice|persona|qualcuno|specialista| team|consulente|responsabile|addett*|supervisore|assistenza ~6
    contatter*|ricontatter*|richiamer*|chiamer*|risponder*|scriver*| aiuter*|prender*|occuper*|seguir*|assister*|esaminer*|verificher*|
    unir*|entrer*|entra|prende|subentra|arriva|contatta|chiama|richiama| scrive; ti|la|vi richiama*|contatta*|chiama*|scrive|risponde ~4
    collega|operatore|team|specialista|responsabile|qualcuno|consulente; qualcuno|collega|colleghi|operatore|operatrice|operatori|agente|
    team|persona|specialista|specialisti|responsabile|consulente| addetto|addetta|membro|assistenza|supporto|umano|esperto|supervisore|
    squadra|incaricato|ci|vi|ti|la|lo|referente|reparto ~6 contattera|contatteranno|contatteremo|richiamera|richiameranno|
    richiameremo|chiamera|chiameremo|rispondera|risponderanno|risponderemo| assistera|unira|entrera|scrivera|scriveremo|aiutera|continuera|
    prendera|occupera|occuperanno|seguira|fara|faranno|faremo|esaminera| sara|arriva|interverra|subentrera|subentra|verra|prende|risentira|
    mettera|metteranno|metteremo|aggiornera|proseguira|gestira|raggiungera| sta|stanno|valutera|ricontattera|ricontatteremo|ricontatteranno;
    ti|la|vi|lo|le sto|metto|passo|trasferisco|collego|trasferiro|passero|mettero| connetto|indirizzo|contattera|richiamera|stiamo|contatteremo|
    ricontattera|ricontatteremo|richiameremo|trasferiamo|passiamo| mettiamo|faccio|inoltro|collegh* ~2 !link|seguente|pagina;
    sto|stiamo|vado|provvedo|procedo|lasci|lascia|mi ~4 trasferendo*|passando*|mettendo*|collegando*|inoltrando*|trasferire|
    trasferirla|trasferirti|passarti|passarla|metterti|metterla|collegarti| inoltrare|inoltro|trasferirvi|chiamando|avvisando|avvisare|coinvolgere|
    coinvolgendo|contattando|connettendo*|girando|chiedere|chiedendo| escalando;
    trasferisco|passo|inoltro|giro|collego|metto|avviso|chiamo|coinvolgo| segnalo|chiedo|assegno|affido|trasmetto|informo ~5
    conversazione|chat|caso|richiesta|operatore|operatrice|collega| colleghi|team|specialista|persona|contatto|qualcuno|assistenza|
    pratica|responsabile|umano|supporto|reparto|consulente|segnalazione; ho|abbiamo ~2
    trasferito|passato|inoltrato|girato|avvisato|segnalato|informato| chiesto|assegnato|trasmesso|inviato|inoltrata|coinvolto|affidato|
    chiamato|richiesto ~6 team|operatore|collega|colleghi|caso|conversazione|richiesta|
    specialista|assistenza|pratica|responsabile|reparto|supporto| supervisore|operatrice; tua|sua|vostra|la|il|questa|suo|tuo ~2
    conversazione|chat|caso|richiesta|pratica|segnalazione ~2 sara|e|verra|viene|sta ~2
    trasferit*|inoltrat*|stata|passat*|assegnat*|esaminat*|presa| preso|pres*; trasferimento ~2 corso|operatore;
    sarai|sara|verrai|verra|ricevera|riceverai|avrai|saremo|avra ~4 trasferit*|contattat*|ricontattat*|richiamat*|collegat*|messo|
    messa|risposta|chiamata|assistit*; attenda|attendi|attendere|attimo|momento|rimanga|rimani|resti| resta ~8
    operatore|collega|trasferisco|passo|metto|qualcuno|operatrice| specialista|collego; ci ~1 mettiamo in contatto; la|ti|vi
    ricontatt*|richiam*|contatter*; prende|prendera in carico`,
  unless: `
    quando un|una|l; prima di; se; vuole|vuoi|desidera|desideri|preferisce|preferisci|vorresti|vorrebbe che|parlare|essere|la|ti|un;
    quando|dopo|appena|volta ~1 avra|avrai|confermat*|aver|che|avrete|conferma|mi; ieri; scors*|fa; settimana|mese scors*;
    normalmente|generalmente|solitamente|sempre; corriere|tecnico|fattorino|postino|banca|autista|idraulico|medico| installatore|spedizioniere;
    scriva|scrivi|dimmi|risponda|clicchi|digita ~4 e|per; aveva|era|erano|avevano; disponibile|disponibili ~2 dal|dalle|lunedi`,
  may: `posso|puo|puoi|possiamo|possono|potrebbe|potrei|potremmo|potra|potrai`,
}
