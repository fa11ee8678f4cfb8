/** Phrases of danger in Spanish and Portuguese; how they are written: ../phrases.ts. */
export const spanish = {
  'self-harm': `
    carga|estorbo|peso para ~2 todos|familia|mi|mis|ellos; nadie ~2 importo|quiere|extrana*|necesita ~2 !ayuda; perdi|perdido ~2 esperanza*; mi|mis
    ultimo|ultima|ultimas mensaje|noche|dia|palabras; caja|frasco|bote|blister ~2 pastillas|medicamentos|somniferos ~1 !envio; esta noche ~4
    hago|termina|acabo|hacer|acaba|mato; no vale ~2 vivir; me|he|vuelto ~3 cortado|corto|cortarme|cortando|cortar ~1
    brazos|brazo|otra|munecas|nuevo|venas; no ~2 quiero ~2 estar|seguir ~2 aqui|mundo|viv*; quiero|quisiera ~1 dejar de ~1
    existir|vivir|sufrir|sentir; seria|estaria|estarian ~2 mejor ~2 muerto|muerta|sin|si ~1 mi|no|muero|estoy; acabar|terminar ~1 con ~2
    sufrimiento|dolor|vida|todo; estoy ~3 puente|azotea|borde; me ~2 tirar|lanzar|tiro|lanzo ~2 al|del|desde|a ~3 tren|puente|metro|balcon|ventana;
    para mi ya ~3 no; matarme|ahorcarme|cortarme|lastimarme|colgarme|ahogarme|dispararme| autolesion*|autoles*|envenenarme|matarse|herirme|acabarme
    !pelo|unas|luz|servicio|internet|linea|cuenta; hacerme|hacerse|hago|haciendome dano; me|se ~1
    matar|mato|ahorcar|ahorco|cuelgo|corto|suicido|suicidar ~1 !pelo|llamada|luz; me corto !pelo; quitarme|quitarse|quito|quitar ~1 la vida;
    acabar|terminar|termino|acabo|poner|pongo ~2 con mi vida|todo|sufrimiento|mis; poner|pongo ~1 fin a|con mi|todo|esto|su ~1
    !suscripcion|contrato|relacion; acabar|terminar con todo|esto para|de una|ya; fin a ~1 mi vida|existencia; acabar con ~1 todo|mi;
    quiero|quisiera|ganas|prefiero|gustaria|preferiria|deseo|deberia| queria|pienso ~3 morir|morirme|muerto|muerta|desaparecer
    !risa|hambre|de|lista|app; ganas de ~1 morir|morirme|vivir; no|sin|ni|ya|nada ~4 vivir|viviendo|existir|despertar|vida
    !en|con|a|privada|cerca|util|aqui; razon|razones|sentido|motivo* ~3 vivir|vida|existir; vida ~3 sentido|pena|insoportable|vale|termino|asco
    !util; cansad*|hart*|harta ~2 vivir|vida|existir; no puedo|aguanto|soporto ~2 mas ~1 !esperar|con|la|iniciar; no ~2 seguir ~1
    viviendo|adelante|vivo|viva; mejor|estarian|estaria|estaran ~3 sin mi; mejor ~2 muerto|muerta|morir*; ojala ~3
    muerto|muerta|muriera|despertara|nacido|muera; nunca ~2 nacido|nacer|despertar; estar|estuviera|estaria muerto|muerta; no ~2 despertar ~1
    !alarma; saltar|tirarme|lanzarme|tiro|salto|aventarme|arrojarme|tirar| lanzar ~3
    puente|tren|techo|balcon|ventana|azotea|edificio|metro|vias|coche| acantilado|carro; puente|azotea|balcon|ventana ~4
    saltar|tirarme|lanzarme|salto; pastillas|pildoras|somniferos ~3 tomado|tome|todas|tragado|tomarme|acabar|morir;
    tomado|tome|tragado|tomarme|trague|tomo ~4 pastillas|somniferos|frasco|tabletas ~1 !manana; cortarme|corte las venas; carta de
    despedida|suicidio; despedirme|adiosa ~2 todos|siempre|mundo; ultima|ultimo noche|mensaje|dia ~2 vivo|viva|vida|adios; nadie ~4
    extranar*|echar*|importa|notar*|extrane ~1 si|menos|falta|muero|muera|desaparezco|me; manana|pronto ya? ~1 no ~1 estare|estar; ya no
    estare|estar; adios mundo|para ~1 siempre; no ~2 salida|esperanza ~1 !de|emergencia; odio mi vida; que todo ~1 termine|acabe|acaba; me voy para
    siempre; irme|voy|marcharme|partir ~2 para siempre|este ~1 mundo; este mundo ~1 !real; despues ~3 no ~3 necesit* nada; dile|digan|diganle a mi
    ~4 quiero|amo|queria|amaba|quise; me quiero morir|matar|desaparecer; perdi ~2 ganas ~1 vivir; sin ganas de vivir`,
  violence: `
    voy|ire|vamos ~8 cuchillo|pistola|machete|arma|sangre ~1 !comprar; le|les|te|os ~1 voy|vamos a? ~1
    romper|partir|matar|reventar|pegar|quemar|cortar|disparar|meter| prender ~2 !precio|descuento; meter|metere ~1 un tiro|balazo;
    pegar|pegarle|pego ~1 un tiro; haran|hare ~2 pagar ~2 sangre|vida; quemo|incendio|exploto ~3 oficina*|casa|tienda|edificio|local; van a ~1
    morir|sangrar|lamentar*; todos muertos|moriran|mueran; moriran|morireis|moriras;
    voy|vamos|quiero|va|van|pienso|quisiera|ganas|juro|podria|planeo| quiere|amenaza|amenazo|venganza|ir|pensando ~4
    matar|matarte|matarlo|matarla|matarlos|matarlas|matarles|asesinar*| apunalar*|disparar*|golpear*|violar*|estrangular*|envenenar*|
    acuchillar*|degollar*|romperte|partirte|quemar*|balear*|reventar*| herir|atacar*|pegarte|pegarle|explotar|volar|lastimar*|masacrar|
    secuestrar*|hacerle|hacerles|torturar* ~1 !tiempo|proceso|contrasena|virus|rato|calorias|precio|hambre| matarme|programa|tarea|derechos|grasa;
    matar|matare|asesinar|apunalar|disparar|estrangular|degollar| acuchillar ~1 a|mi|todos|tu|al|su|mis|alguien|los|la|las|le|ti ~1
    todos|alguien|gente|mi|jefe|esposa|marido|mujer|vecino|familia| companeros|ex|padre|madre|hijos|ti|el|ella|usted|ustedes|novia|
    novio|profesor|hermano; te|los|lo|la|le|les|os vamos|mato|matare|matamos|disparo|apunalo|degollo|rompo|destrozo|
    reviento|encontrare|encuentro|juro; se|sabemos|averigue|sabe donde vives|vive|viven|trabajas|trabaja|trabajan|vivis|duerme|estudian; bomba
    !de|sumergible|gasolina|calor; explosivo*; tiroteo; masacre; atentado; pistola|cuchillo|arma|escopeta|rifle|machete|navaja ~4
    oficina|escuela|voy|ir|tienda|listo|lista|matar|fuego|trabajo; llevo|llevar|llevare|tengo|comprado|compre|comprar|traer|traere| ire|voy|agarro
    ~4 pistola|cuchillo|arma|escopeta|rifle|machete|navaja|gasolina !cocina; quemar|incendiar|prender|volar|explotar|reventar|fuego ~4
    oficina*|edificio|escuela|casa|tienda|sucursal|empresa|local| negocio; vas|van|va|merece*|mereces|debes|tienes|tienen ~1 a|que? ~1
    morir|sangrar|sufrir|lamentar|arrepentir* !de; estas|estan|eres muerto|muertos|muerta; hombre muerto; amenaz* ~3 muerte|matar*;
    partir|romper*|partirte|partirle|romperle|rompo|parto ~1 la|las|los|tu|el cara|piernas|cabeza|huesos|cuello|madre|boca; cortar* ~1
    cuello|garganta|cabeza; correra|correr ~1 sangre; pagar con ~1 vida|sangre; pensamientos ~2 homicid*|violentos; impulsos ~2 matar|violent*;
    hacerle dano|algo a|alguien`,
  abuse: `
    pide|pidio|pidiendo|manda|envia ~4 foto|fotos|mensajes ~3 desnud*|intim*|sexual*; entra|viene|mete|metio ~3 mi cuarto|cama|habitacion;
    quito|quitaron|quitado ~2 mi|el pasaporte|documentos; no ~2 atrevo ~3 casa; tienen|tiene ~2 encerrad*|retenid*|secuestrad*; pone|vuelve ~2
    violento|agresivo; me|nos ~1 estan|esta siguiendo|pegando|golpeando|amenazando; con ~2 cuchillo|pistola ~1 amenaz*; amenaz* ~4
    cuchillo|pistola|arma|fotos|quitarme|hijos|matar*|ninos|contenido; marido|esposo|novio|pareja|padre|papa|ex|padrastro|esposa|madre|
    novia|hermano|tio|el|ella|jefe|vecino|mama|alguien|hombre|abuelo| profesor|entrenador|hijo|me|nos|la|lo|le|les ~3
    pega|pego|pegan|golpea|golpeo|golpean|golpeando|viola|violo|abusa| abuso|abusan|maltrata|maltratan|amenaza|amenazo|amenazan|amenazando|
    acosa|acosan|estrangula|ahorco|ahorca|patea|encerro|encierra| encerrado|encerrada|toca|toco|manosea|manoseo|persigue|chantajea|
    tortura|secuestro|agrede|agredio|empuja ~1 !pagar|pantalla|boton|esperar|loteria|cargos|precio|tarifa;
    han|ha|he|fui|fue|soy|estoy|esta|siendo|sido|estan|estaba|era ~3 violado|violada|abusada|abusado|golpeado|golpeada|maltratada|
    maltratado|amenazada|amenazado|secuestrada|secuestrado|acosada| acosado|encerrada|encerrado|agredida|agredido|pegado|violando|
    golpeando|pegando|maltratando|chantajeando|estrangulado|drogada| drogado|manoseado|tocado|abusando|amenazando ~1 !servidor|tecla;
    hombre|alguien|tipo|ladron|hombres armado|armados|con pistola|cuchillo|arma?; hombre|alguien|tipo ~1 armado|cuchillo|pistola ~4
    puerta|casa|aqui; violencia domestica|de|sexual|intrafamiliar|familiar|machista; abuso|acoso|agresion|agresiones|abusos sexual*|infantil|fisico;
    abuso ~1 ninos|menores|mi; maltrato; violacion !de|datos|seguridad; violador; marido|esposo|novio|pareja|padre|ex|padrastro ~2
    violento|agresivo|maltratador|abusivo|peligroso; relacion abusiva; trata de personas|blancas|mujeres; matrimonio forzado|obligan;
    pederast*|pedofil*; pornografia infantil; incesto; prostituir*; miedo|temo|asustada|aterrada|terror ~4
    marido|el|esposo|ex|padre|padrastro|pareja|vida|casa|mate|novio| papa|golpee|pegue|hijos|seguridad|matarme|lastime ~1 !cargo|pago|sistema; no ~2
    segura|seguro|salvo ~1 en|con ~1 casa|mi|el; no me siento ~1 segura|seguro ~1 en ~1 mi|casa; no ~2 deja|dejan|permite ~2
    salir|irme|hablar|ver|comer !pagina|app|sistema; me|nos ~1 tiene|tienen|encerro|encierra|encerrado|encerrada|retiene|retenida| secuestrada ~1
    encerrad*|secuestrad*|retenid*|en|contra|con ~1 !espera|vilo; contra mi voluntad; moretones|moratones|golpes ~2 cuerpo|cara|brazos|nino*|por;
    fotos|videos|imagenes ~1 desnuda|desnudo|intimas|intimos|desnudas|mias; nino|nina|bebe|ninos|hijo|hija|menor|hijos|ninas ~5
    solo|sola|solos|encerrad*|desaparecid*|grita|gritando|secuestr*| llora|llorando|coche|perdid*|abandonad* ~2
    coche|casa|calor|carro|dias|ayuda|desaparecid*|secuestr*|horas| noche|desde|auto|perdid*; alguien|hombre|ladron ~3
    entrar|entro|entrando|afuera|forzando|metido ~3 casa|puerta|ventana|departamento !cuenta; obliga*|forz*|forzo ~2 a|me ~2
    sexo|relaciones|prostitu*|acostarme|casarme|desnudarme; me siguen|sigue|persigue*|acosa ~2 calle|casa|trabajo|desde|hombre`,
  medical: `
    no|apenas|dejo|dejado|deja ~3 respir*; muchas|demasiadas|exceso ~1 de? pastillas|insulina; se|me ~1
    desmay*|ahoga*|asfixia*|desangra*|convulsiona*; convulsion*; no ~2 despierta|reacciona|pulso; perdio|perdido ~2 conocimiento|conciencia|sangre;
    inconsciente; corazon ~3 paro|parado|detuvo|duele; cortado|corte ~4 sangr*; infarto|ictus|derrame|convulsi*|anafila*|epilep* !casi|hace;
    ataque|paro cardiaco|corazon|de|epileptico|respiratorio|al ~1 !risa|virus|hackers; ataque al corazon; ambulancia !factura|juguete;
    llam*|llama|necesito|manden|envien ~4 112|911|ambulancia|medico|061|urgencias ~1 !nota|informe; emergencia|urgencia medica; se|me ~1
    muere|muriendo ~1 !risa|hambre|ganas|de|por; se esta muriendo|ahogando|asfixiando|desangrando !risa; inconsciente*; desmay*; desmaya*; perdio
    el? conocimiento|conciencia; no|apenas|dificil|cuesta|dificultad|puedo|puede|mal|sin|falta ~3 respirar|respira|respiro|respiracion|aire|oxigeno
    !acondicionado|libre; ahog*; asfixi*; no ~1 reacciona|responde|despierta|mueve ~1
    !app|pagina|soporte|servidor|correo|boton|nadie|cursor|pantalla| ni|a|el|mi|al|la|los|en|mis; no reacciona|despierta; sangr*|hemorragia|desangr*
    !suero|ria; sangre ~3 mucha|por|parar|para|pierde|boca|nariz|cabeza|todas; mucha|perdiendo|pierde|vomita|vomitando|tose|escupe|echa|vomito ~2
    sangre; dolor|presion|duele|opresion|punzada* ~3 pecho|corazon|brazo|torax; pecho ~3 duele|dolor|aprieta|opresion; brazo izquierdo;
    trago|tomo|bebio|comio|ingirio|bebido|tragado|tomado|trague|ingerido| inhalo|comido|bebi ~5
    lejia|pila|pilas|bateria|veneno|cloro|detergente|imanes|iman| producto|limpiador|quimico*|acido|capsula|medicamentos|moneda|
    hongos|setas|blanqueador|anticongelante; tomado|tome|tomo|trague|ingerido ~2 demasiad*|muchas|muchos|todas ~1
    pastillas|medicamento*|medicina*|medicacion; demasiadas pastillas; intoxic*; envenen*; toxicologia; electrocut*; descarga electrica; reaccion ~1
    alergica; alergic* ~2 grave|fuerte|garganta|shock; choque|shock anafilactico|alergico; garganta|cara|lengua|labios ~3
    hincha*|cierra|cerrando|hinchad*|moradad*|azul*|morad*|paraliz*| caida|torcida; poniendo|puso|esta|pone ~1 azul|morado|morada
    !pantalla|luz|boton; insulina ~4 sin|acabo|queda|tengo|perdi|necesito|baja; sin insulina; hipogluc*; azucar ~3 baja|bajo|desmay* !receta;
    contracciones; rompi ~2 fuente|aguas; rota|roto|rompio ~1 fuente|aguas; pariendo; aborto ~1 espontaneo; paraliz* ~2 lado|cara|brazo|cuerpo;
    entumecid*|dormido ~2 lado|brazo|cara; habla|hablar ~2 raro|arrastra*; quemadura*|quemo|queme|quemado ~4
    grave*|grado|cara|mano|aceite|hirviendo|piel|agua; cayo|caido|cai ~5 cabeza|escalera*|mueve|inconsciente|techo|despierta; golpe ~3 cabeza;
    cortado|corto|corte|cortada ~4 profund*|dedo|mano|sangr*|vena; creo ~2 muriendo|muero; me estoy muriendo !risa|hambre|de|por; voy a morir ~1
    ayuda*|aqui`,
}

export const portuguese = {
  'self-harm': `
    decidi|decidido|resolvi ~1 partir|ir|embora ~2 vez|sempre; nao ~2 precisar ~2 nada !obrigad*; fardo|peso|estorvo para|na ~2
    todos|familia|minha|meus|eles|toda; ninguem ~2 ama|precisa|importa|liga|sentiria ~1 mim|comigo|falta|se; nao faco ~2 falta; nao ~2 faz ~1
    sentido ~3 viver|continuar|vida|mais; perdi|perdido ~2 esperanca*; minha ultima mensagem|noite; meu ultimo dia|recado;
    caixa|frasco|cartela|blister ~2 comprimidos|remedios|calmantes|medicamentos ~1 !envio; hoje|noite ~3 acabo|termino|faco|mato|acaba;
    corto|cortei|magoo|magoei|firo|feri|mato|queimo|mutilo|machuco| machuquei me !dedo|na|no|com; voltei ~1 a ~1 cortar ~1 me?; me ~1
    cortei|cortando|machucando|machuquei ~1 bracos|de|novo|outra|pulsos|hoje|proposito; cortar ~2 pulsos|bracos|veias; cortado|cortei|cortar ~2
    bracos|pulsos|pernas; quero|queria|vou|gostava|vontade ~2 deixar|parar de ~1 existir|viver|sofrer|sentir; nao ~2 quero ~2
    estar|ficar|continuar|andar ~2 aqui|ca|mundo|viv*; acabar ~1 com ~2 sofrimento|dor|vida|tudo; por|meter ~1 fim|termo ~1 a? ~1
    minha|tudo|vida|isto; estou ~3 ponte|telhado|beira|viaduto; mandar|atirar|atiro|jogar ~2 da|do|abaixo|ponte|varanda|janela|linha|frente ~1
    ponte|comboio|metro|janela|predio|varanda|trem|carro; seria ~2 melhor ~2 morto|morta|sem|morrer|se; nao ~2 vale ~2 viver|vida; dormir ~3
    nao|nunca ~1 mais? acordar; me ~1 mato; matar me|se; me|mim|se ~1 matar|mato|cortar|corto|enforcar|enforco|machucar|ferir|afogar|
    envenenar|jogar|atirar|suicidar|cortando|automutil* ~1 !unhas|tempo|trabalho|tarifas|trabalhar;
    matar|cortar|enforcar|magoar|ferir|suicidar|mutilar|atirar|envenenar| afogar|acabar me ~2 !tarifas; automutil*; auto mutil*; autoles*;
    acabar|terminar|acabo|por|pôr|termino|tirar|tiro ~2 com|fim|minha|a|propria ~2 vida|existencia|sofrimento; tirar a|minha propria? vida; por
    fim|termo a? ~1 minha? vida|tudo; acabar com tudo|isto|isso|minha ~1 !assinatura|taxa;
    quero|queria|vontade|prefiro|preferia|gostava|gostaria|desejo| devia|vou|penso ~3 morrer|morto|morta|desaparecer|sumir
    !rir|fome|de|lista|app|da; nao|sem|nem|mais|nada ~4 viver|vivo|existir|acordar|viva|vida !em|com|a|privada|cerca|util|ao;
    razao|sentido|motivo*|vontade|razoes ~3 viver|vida|existir; vida ~4 sentido|pena|insuportavel|acabou|vale !util|bateria;
    cansad*|farta|farto|exaust* ~2 viver|vida|existir; nao ~1 aguento|suporto|consigo ~1 mais ~1 viver|vida|existir|isto|assim|continuar|dor; nao ~1
    aguento mais !esperar|este|essa|esse|esta|a|o|voces|espera|ligar; melhor|felizes|bem ~3 sem mim|eu; mundo ~3 sem mim; melhor ~3
    morto|morta|morresse|morrer; tomara|queria|oxala ~3 morto|morta|morrer|nascido|acordar|morresse; nunca|nao ~2 nascido|nascer|acordar|acordasse;
    estar|estivesse|estaria morto|morta; pular|saltar|atirar|jogar|pulo|salto|atiro|jogo|lancar ~4
    ponte|comboio|trem|telhado|varanda|janela|predio|metro|linha| carro|penhasco|carros|viaduto; ponte|telhado|varanda|janela|predio ~3
    pular|saltar|pulo|atirar|jogar; comprimidos|remedios|pilulas|soniferos|calmantes ~3 tomei|todos|engoli|tomar|morrer|engolir|acabar;
    tomei|engoli|tomar|tomou|engolir|tomo|tomado ~4 comprimidos|remedios|pilulas|calmantes|frasco|caixa|soniferos ~1 !manha; overdose; sobredosagem;
    cortar|cortei|corto os pulsos|bracos; carta de despedida; despedir ~3 todos|sempre|vida; ultima|ultimo noite|mensagem|dia ~2
    vivo|viva|vida|adeus|minha; ninguem ~5 falta|importa|notar*|sentir* ~1 se|minha|falta|morr*|eu|desaparec*; amanha|breve|logo ~1 nao ~2
    estarei|estar|aqui|vivo|viva; ja nao estarei; nao ~1 estarei ~2 aqui|mais|vivo|viva; adeus mundo|para ~1 sempre; nao ~3 saida|esperanca; odeio
    ~1 minha vida; que tudo ~1 acabe|termine|acabasse; ir|vou|partir|embora ~2 para sempre; vou ~2 deste mundo; depois ~3 nao ~3 preciso ~2 nada;
    digam|diz|diga ~2 minha|meu|meus ~3 amo|amava|amei; perdi ~2 vontade ~1 viver; fazer ~1 mal a|comigo ~1 mim|mesm*; me fazer mal; desistir ~1
    de|da vida|viver|tudo; desisti da|de vida|viver`,
  violence: `
    vou|irei ~8 pistola|arma|faca ~1 !comprar; vou|vamos|irei|passo|apareco ~5 faca|pistola|arma|machado|sangue|gasolina|cacete ~1 !comprar;
    dar|dou|leva|meto|meter ~2 tiro|tiros|facada|facadas|bala; parto|rebento|quebro|arrebento|parti* ~2 cara|toda|boca|dentes|pernas|focinho;
    arrebentar|partir|rebentar ~2 cara|boca|dentes|pernas; queimo|incendeio|explodo|fogo ~3 loja|casa|predio|escritorio|sede|armazem; vao|vais|vai
    ~2 morrer|sangrar|pagar ~2 sangue|vida?; todos mortos|morrer|morrem; acabo|acabar ~1 com ~1 a vida ~1 dele|dela|deles; matava; quero ~1 ver ~2
    morto*|sangue; matar|mato ~1 o|a|esse|essa|aquele|aquela|todos|toda|voce* ~1 !processo|tempo|virus|bateria|sede|fome|curiosidade|saudade*|
    aplicacao|aplicativo|app|charada|aula; vou|vamos|quero|vai|vao|penso|queria|vontade|juro|podia|planeio| quer|planejo|pensando|pensar|irei ~4
    matar|mata|matalo|assassinar|esfaquear|disparar|espancar|violar| estuprar|estrangular|envenenar|degolar|partir|quebrar|queimar|
    incendiar|explodir|ferir|atacar|bater|rebentar|agredir|torturar| sequestrar|machucar|arrebentar|fuzilar|atirar|balear|dar ~1
    !tempo|processo|virus|fome|saudades|me|uma|aula|entrada|download| olhada|feedback|sorteio|nota;
    matar|esfaquear|assassinar|espancar|estrangular|degolar|matarei ~1 a|o|meu|minha|todos|toda|te|voces|voce|alguem|tu|os|as|um ~1
    todos|toda|alguem|gente|chefe|mulher|marido|vizinho|familia|colegas| ex|pai|mae|filhos|meu|minha|esposa|namorada|namorado|mundo|professor|
    irmao|pessoas; te|vos|voces mato|matar|matarei|parto|rebento|arrebento|esfaqueio|encontro| acho; matar|mato|matava
    te|vos|voce|voces|todos|toda|ele|ela|lo|la; sei onde|aonde voce|tu|ele|ela|voces|a|tua|sua? ~2 mora*|vive*|trabalha*|estuda*|dorme*|familia;
    bomba !de|d|hidraulica; explosivo*; tiroteio; massacre; atentado; arma|faca|pistola|espingarda|revolver|machado ~4
    escritorio|escola|vou|ir|loja|carregad*|matar|fogo|trabalho|ai; levo|levar|tenho|comprei|comprar|trazer|vou|trago|pego ~4
    pistola|faca|arma|espingarda|revolver|machado|gasolina !cozinha|jogo; queimar|incendiar|explodir|fogo|rebentar ~4
    escritorio*|predio|escola|casa|loja|agencia|empresa|sede; vais|vao|vai|merece*|devias|devem|tem ~2 morrer|sangrar|sofrer|arrepender*
    !de|bateria; esta|estas|estao morto|mortos|morta !link; ameac* ~3 morte|matar; partir|quebrar|parto|quebro ~1 a|as|os|tua|sua ~1
    cara|pernas|cabeca|ossos|pescoco|focinho; cortar ~2 garganta|pescoco|cabeca; sangue correr|vai; morre|morra desgracado|voce; pensamentos ~2
    homicid*|violentos; fazer mal a|ao|as ~1 !mim`,
  abuse: `
    pedindo|pede|pediu|manda|enviando|pedir ~4 foto|fotos|mensagens ~3 pelad*|nua|nu|nuas|intim*|sexua*; entra|vem|mete|entrou ~3 meu|minha
    quarto|cama; tirou|tiraram|tomou|ficou|ficaram|reteve|tomaram ~3 passaporte|documentos !foto; fica|torna ~2 violento|agressivo; ameac* ~5
    faca|arma|pistola|fotos|filhos|matar*|morte|bater|fotografias| videos|mata; me ~2 batendo|ameacando|perseguindo|agredindo|bateu|ameacou|violou|
    estuprou|agarrou|forcou; bate|bateu|ameaca|ameacou|violou|agrediu|persegue|tocou|toca me; estou|estamos|sou|mantida|mantido ~2
    presa|preso|refem|mantida|trancada|retida|sequestrada ~3 aqui|casa|quarto|por|contra|cave|num ~1 !fila|alfandega; nao ~2 posso|deixam|deixa ~2
    sair ~3 casa|daqui|quarto; estao|esta ~1 a bater|violar|seguir|ameacar|magoar|perseguir ~1 me?; medo ~1 que|de ~2 ele|me|voltar|ir ~2
    mate|bata|casa|magoe|faca; mexe|mexeu|abusa ~2 comigo|mim|dela|minha|filha; marido|esposo|namorado|companheiro|pai|ex|padrasto|esposa|mae|
    namorada|irmao|tio|ele|ela|chefe|vizinho|alguem|homem|avo|professor| treinador|parceiro|me|nos|mulher|patrao|eles ~3
    bate|bateu|batendo|batem|espanca|espancou|agride|agrediu|violou| viola|estuprou|estupra|abusa|abusou|abusam|maltrata|maltratam|
    ameaca|ameacou|ameacando|ameacam|persegue|estrangulou|estrangula| enforcou|chuta|trancou|tranca|prendeu|prende|toca|tocou|apalpa|
    apalpou|chantageia|tortura|sequestrou|empurra|forca|bater ~1 !pagar|tela|botao|esperar|meta|recorde|papo;
    fui|sou|foi|estou|esta|sendo|ser|sido|estao|era|tem|ter|estava| estive ~3 violada|violado|estuprada|estuprado|abusada|abusado|espancada|
    espancado|agredida|agredido|maltratada|maltratado|ameacada|ameacado| perseguida|perseguido|sequestrada|sequestrado|trancada|trancado|
    chantageada|chantageado|raptada|drogada|apalpada|batendo|batido| abusando|ameacando|agredindo|espancando|assediada|assediado|bater| estrangulada
    ~1 !servidor|sistema; homem|alguem|homens|ladrao|gente ~1 armado|armados|faca|pistola|arma; violencia
    domestica|sexual|familiar|conjugal|contra|em; abuso|assedio|agressao|abusos sexual*|infantil|fisico; estupro; estupr*; maus tratos; violador;
    marido|namorado|companheiro|pai|ex|padrasto|parceiro ~3 violento|agressivo|abusivo|agressor|perigoso; relacao|relacionamento abusiv*; trafico
    de|humano pessoas|mulheres; casamento forcado; pedofil*; pornografia infantil; incesto; prostituir*; stalker; medo|receio|pavor|temo ~4
    marido|vida|dele|ele|ex|pai|padrasto|companheiro|casa|mate|namorado| bata|filhos|seguranca|mae|matar|dela ~1 !site|pagamento; nao ~3
    segura|seguro|salva ~2 casa|com|ele|em !pagar|comprar|compra|dados; nao ~2 deixa|deixam ~2 sair|ir|falar|ver|comer|embora
    !app|site|sistema|conta; tranca*|presa|preso|trancad* ~2 quarto|casa|em|cave|porao|dentro ~1 !conta|fora|loop|alfandega; contra ~1 minha
    vontade; hematomas|nodoas|marcas|roxos ~3 corpo|cara|braco*|crianca|negras|filh*; fotos|videos|imagens|nudes ~1
    nua|nu|intimas|intimos|nuas|minhas ~1 !ferias|loja; nudes; crianca|bebe|menino|menina|filho|filha|criancas|filhos|miudo| vizinho ~5
    sozinh*|trancad*|desaparec*|grita*|gritando|sequestr*|chora*| carro|perdid*|abandonad*|rapt* ~2
    carro|casa|calor|dias|ajuda|desaparec*|sequestr*|horas|noite| desde|perdid*|rapt*; alguem|homem|ladrao ~3
    entrar|entrou|arrombar|entrando|fora|arrombando ~3 casa|porta|janela|apartamento !conta; obriga*|forca|forcou|forcad* ~2 a|me ~2
    sexo|relacoes|prostitu*|deitar|casar|dormir|despir; me ~1 seguindo|segue|perseguindo ~1 !instagram`,
  medical: `
    nao|mal|parou|deixou ~4 respir*; demasiados|muitos|demais|excesso ~1 de? comprimidos|remedios|insulina|medicamentos; nao ~2
    acorda|acordar|reage|reagir|mexe|pulso ~1 !app|tela|pc|ecra|telefone|computador; perdeu|perder ~2 sentidos|consciencia|sangue; coracao ~3
    parou|doi|parar; cortou|cortei|corte ~4 sangr*; esta ~1 a ~1 sangrar|sufocar|morrer|engasgar|asfixiar !de; sangrando|sangrar; muito sangue;
    ter|tendo|teve um|uma avc|enfarte|infarto|derrame|convuls*; dor|dores|aperto ~3 peito;
    infarto|enfarte|enfarto|avc|derrame|convuls*|anafila*|epilep* !quase|anos; ataque|paragem|parada cardiac*|do|epiletic*|cardio* ~1
    !risos|hackers; ataque de|do? coracao; ambulancia !fatura|brinquedo; samu|inem|socorristas; chame*|liga*|ligue|preciso|chama|mandem|enviem ~4
    112|192|911|ambulancia|medico|samu|193|190 ~1 !atestado; emergencia|urgencia medica; esta|estou a? morrer|morrendo !de|rir|fome|por|calor; ta
    morrendo !de; esta a sufocar|asfixiar|engasgar; inconsciente*; desmai*; perdeu|perdi|sem|perder os? ~1 sentidos|consciencia|conscientes;
    nao|mal|dificil|custa|dificuldade|consigo|consegue|sem|falta ~4 respirar|respira|respiro|respiracao|ar !condicionado|o|a|livre; sufoc*; asfixi*;
    engasg*; nao ~1 reage|acorda|mexe|responde ~1 !app|site|suporte|servidor|email|botao|ninguem|a|ao|o|aos|as| os|mensagens|minha|minhas|nada;
    sangr*; hemorragia; sangue ~3 muito|parar|para|pela|boca|nariz|cabeca|perder|todo; muito|perdendo|perder|vomit*|tossi*|cuspi* ~2 sangue;
    dor|dores|pressao|aperto|doi ~3 peito|coracao|braco|torax; peito ~3 doi|dor|aperta|aperto; braco esquerdo;
    engoliu|tomou|bebeu|comeu|ingeriu|bebi|engoli|ingerido|inalou ~5 lixivia|pilha|pilhas|bateria|veneno|cloro|detergente|ima|imas|
    produto|limpeza|quimico*|acido|capsula|medicamentos|moeda|cogumelos| alvejante|sanitaria|remedios|desinfetante|anticongelante;
    tomei|tomou|engoliu|engoli|tomado ~1 remedio|remedios|comprimidos|medicamentos|calmantes ~1 demais|todos|muitos|muito; demasiados|demais ~1
    comprimidos|remedios; intoxic*; envenen*; eletrocut*; choque eletrico|anafilatico|alergico; reacao ~1 alergica; alergic* ~2
    grave|forte|garganta|choque; garganta|cara|rosto|lingua|labios ~3 inchad*|inchar|fech*|inchando|rox*|azul*|paralis*|torta|descaid*;
    ficando|ficou|esta|ficar a? ~1 azul|roxo|roxa !tela|luz|botao|ecra; insulina ~4 sem|acabou|falta|tenho|perdi|preciso|mais; sem insulina;
    hipoglic*; acucar ~3 baixo|baixa !receita; contracoes; bolsa ~1 rompeu|rebentou|estourou; rebentaram|romperam ~1 aguas; aborto espontaneo;
    paralis* ~2 lado|cara|braco|corpo|rosto; fala ~2 arrastad*|enrolad*; queimadura*|queimou|queimei ~4
    grave*|grau|cara|mao|oleo|fervente|pele|ferver; caiu|cai|queda ~5 cabeca|escada*|mexe|inconsciente|telhado|acorda; bateu ~2 cabeca; fratura ~1
    exposta; cortou|cortei|corte ~4 profund*|dedo|mao|sangr*|veia; acho ~2 morrer|morrendo; vou morrer ~1 ajuda*|socorro; afog* ~1 !em|trabalho`,
}
