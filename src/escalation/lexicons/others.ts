import { lexicon } from '../lexicon.ts'

export const german = /* @__PURE__ */ lexicon({
  talk: `sprechen spreche sprich reden rede chatten kontaktieren erreichen erreiche telefonieren verbinden verbinde verbindet verbunden
    weiterleiten durchstellen weiterverbinden unterhalten schreiben kommunizieren ubergeben`,
  want: `will mochte moechte wollen brauche brauch benotige wunsche verlange gib gebt geben hol holen bekomme bekommen haben
    ich_hatte_gern ich_hatte_gerne hatte_gern hatte_gerne suche bitte_um`,
  exist: 'gibt_es ist_da ist_hier ist_dort sitzt_da gibts ist_denn_da',
  modal: 'kann konnte konnen kannst soll darf lassen lass',
  serve: 'helfen ubernehmen antworten anrufen zuruckrufen sprechen weiterhelfen',
  firm: `mensch menschen mitarbeiter mitarbeiterin mitarbeitern agent agenten kundenservice kundendienst kundenberater kundenberaterin
    kundenberatung kundenbetreuer kundenbetreuung ansprechpartner ansprechpartnerin sachbearbeiter sachbearbeiterin berater beraterin
    operator servicemitarbeiter supportmitarbeiter kollegen live_chat echte_person`,
  people: 'person personen',
  vague: 'jemand jemanden jemandem support wem',
  before: `ein einen einem eine einer der dem den die das echten echter echtes echte richtigen richtiger richtige menschlichen
    menschlicher menschliche lebenden realen reale wirklichen anderen vom menschliches support`,
  links: `mit zu zum zur an mich uns mir sie bitte direkt du jetzt gerne gern lieber mal ich wir personlich hier selbst kurz noch auch aus
    fleisch und blut`,
  after: 'bitte jetzt hier da verfugbar erreichbar statt und wegen uber zu am im fur aber sonst sofort keinen kein nicht',
  clause: 'der_mir die_mir',
  final: 'sprechen reden chatten verbinden kontaktieren erreichen telefonieren weiterleiten unterhalten',
  blocks: '',
  presence: 'da hier dort echtes echter menschliches verfugbar erreichbar',
  polite: 'bitte hallo hi guten tag ja danke jetzt sofort mit an zu zum ich will brauche sprechen nur gerne mal endlich',
  not: 'nicht kein keine keinen keinem keiner nie niemals ohne',
  inverted: '',
  bridge: 'ich mich zu eigentlich wirklich mehr muss mussen gar also und soll',
  bots: 'bot bots chatbot roboter maschine computer ki automaten',
  away: 'kein keine keinen weg genug schluss_mit stopp',
  alone: 'ist_da_jemand ist_jemand_da ist_hier_jemand ist_dort_jemand',
})

export const french = /* @__PURE__ */ lexicon({
  talk: `parler parle discuter echanger communiquer contacter joindre chatter parlez mettez passez passe transferer transferez transfere
    connecter connectez mettre_en_relation mis_en_relation m_adresser appeler`,
  want: `veux voudrais veut souhaite souhaiterais aimerais prefere prefererais demande besoin faut donnez donne exige cherche
    puis_je_avoir je_peux_avoir veuillez`,
  exist: 'y_a_t_il il_y_a_t_il est_ce_qu_il_y_a avez_vous ya_t_il y_a',
  modal: 'peut pourrait',
  serve: 'aider repondre appeler rappeler contacter parler m_aider me_repondre me_rappeler m_appeler',
  firm: `humain humaine humains conseiller conseillere conseillers operateur operatrice agent agents service_client service_clientele
    teleconseiller representant representante etre_humain vraie_personne personne_reelle personne_humaine`,
  people: 'personne employe responsable',
  vague: 'quelqu_un quelquun',
  before: 'un une vrai vraie veritable reel reelle humain humaine etre en chair et os autre le la l les',
  links: 'a au aux avec moi nous me m svp directement de d du des vos votre maintenant plutot s il te vous plait vite par',
  after: 's svp maintenant pour de au qui et ou par stp merci a en pas afin concernant ici humain humaine reelle du des car parce mais',
  clause: 'qui',
  blocks: 'immobilier immobiliere assurance assurances voyage voyages physique morale',
  presence: 'la ici disponible reel reelle vrai humain de_vrai',
  polite: 's il vous te plait svp stp bonjour merci oui maintenant a au avec je veux parler salut vite de d',
  not: 'pas ne n sans jamais aucun aucune',
  inverted: '',
  bridge: 'je j ai pas de plus vraiment du tout nous on ai_parle a_parle avons_parle ont_parle',
  bots: 'robot robots bot bots chatbot machine ordinateur ia',
  away: 'pas_de plus_de marre_des marre_de marre_du stop assez',
  alone: 'arrive_pas_a_parler',
})

export const spanish = /* @__PURE__ */ lexicon({
  talk: `hablar hablo habla atienda atender chatear comunicar comunicarme comuniqueme contactar contacto conectar conectame conecteme
    conectarme pasame paseme pasarme ponme pongame transferir transfiereme transfierame transferirme conversar charlar platicar llamar`,
  want: 'quiero quisiera necesito deseo prefiero exijo solicito pido dame deme gustaria puedo_tener busco requiero quiere consigueme',
  exist: 'hay existe tienen_algun tienen tienes',
  modal: 'puede podria puedes',
  serve: 'ayudarme atenderme llamarme responderme contactarme hablar ayudar atender atienda',
  firm: `humano humana humanos agente agentes operador operadora representante representantes asesor asesora ejecutivo ejecutiva
    atencion_al_cliente servicio_al_cliente ser_humano persona_real personas_reales persona_humana persona_de_verdad
    servicio_de_atencion_al_cliente`,
  people: 'persona personas empleado encargado supervisor',
  vague: 'alguien',
  before: 'un una unos el la los al algun alguna real reales verdadera verdadero humano humana ser otra otro de verdad fisica viva',
  links: 'con a al me por_favor ya ahora directamente mejor de del su sus porfavor',
  after: 'por por_favor porfavor ya ahora que para de en y o sobre real humana humano verdadera ahorita gracias aqui urgente pero no porque',
  clause: 'que',
  blocks: 'inmobiliario inmobiliaria seguros juridica secreto viajes aduanas aduanal',
  presence: 'ahi aqui real disponible humano alli de_verdad',
  polite: 'por_favor porfavor hola gracias si ya ahora quiero con hablar buenas buenos dias un urgente a',
  not: 'no sin nunca ningun ninguna tampoco',
  inverted: '',
  bridge: 'yo me que tener necesidad realmente hace falta',
  bots: 'bot bots robot robots maquina maquinas chatbot computadora ia',
  away: 'no_mas basta_de harto_de harta_de nada_de',
  alone: 'no_puedo_hablar',
})

export const portuguese = /* @__PURE__ */ lexicon({
  talk: 'falar falo fala conversar contatar contactar comunicar conectar conecte transferir transfira transfere passar passa chatear ligar',
  want: 'quero queria gostaria preciso desejo prefiro exijo solicito me_da de_me posso_ter procuro',
  exist: 'ha existe tem tem_ai voces_tem',
  modal: 'pode poderia',
  serve: 'ajudar atender responder ligar falar me_ajudar me_atender me_ligar',
  firm: `humano humana humanos atendente atendentes agente operador operadora representante assistente_humano atendimento_ao_cliente
    atendimento_humano ser_humano pessoa_real pessoas_reais pessoa_de_verdade apoio_ao_cliente suporte_humano consultor consultora`,
  people: 'pessoa pessoas funcionario funcionaria gerente supervisor',
  vague: 'alguem',
  before: 'um uma uns o a os algum alguma real reais verdadeira verdadeiro humano humana ser outra outro de verdade',
  links: 'com para pra me por_favor ja agora diretamente do da ao um de mesmo',
  after: 'por por_favor ja agora que para pra de em e ou sobre real humana humano obrigado aqui urgente mas nao porque',
  clause: 'que',
  blocks: 'imobiliario imobiliaria seguros juridica secreto viagens fisica',
  presence: 'ai aqui real disponivel humano de_verdade',
  polite: 'por_favor ola oi obrigado obrigada sim ja agora quero com falar bom boa dia tarde urgente',
  not: 'nao sem nunca nenhum nenhuma nem',
  inverted: '',
  bridge: 'eu me que ter necessidade realmente',
  bots: 'bot bots robo robos maquina maquinas chatbot computador ia',
  away: 'chega_de farto_de cansado_de cansada_de nada_de',
  alone: 'nao_consigo_falar',
})

export const italian = /* @__PURE__ */ lexicon({
  talk: `parlare parlo parla parlarne chattare contattare comunicare passi collegare collegami mettermi_in_contatto mettimi passami
    passatemi trasferire trasferiscimi trasferitemi conversare chiamare`,
  want: 'voglio vorrei desidero preferisco preferirei bisogno dammi datemi serve chiedo esigo posso_avere cerco',
  exist: 'c_e ce ci_sono esiste avete',
  modal: 'puo potrebbe potete',
  serve: 'aiutarmi rispondermi chiamarmi contattarmi richiamarmi aiutare rispondere parlare',
  firm: `umano umana umani operatore operatrice operatori agente rappresentante consulente servizio_clienti assistenza_clienti
    essere_umano persona_reale persone_reali persona_vera vera_persona addetto addetta assistenza_umana`,
  people: 'persona persone impiegato responsabile',
  vague: 'qualcuno',
  before: 'un una uno il la lo l i vero vera reale umano umana essere altro altra in carne e ossa',
  links: 'con a al allo di d per_favore subito direttamente del dello me mi un ora adesso vostro dal da qualche',
  after: 'per per_favore ora adesso subito che di in e o reale umano umana vera vero grazie qui urgentemente ma non perche al',
  clause: 'che',
  blocks: 'immobiliare assicurativo assicurazioni fisica giuridica segreto',
  presence: 'li qui reale disponibile umano vero in_linea',
  polite: 'per_favore ciao salve grazie si ora adesso subito voglio con parlare buongiorno un cortesia',
  not: 'non senza mai nessun nessuno nessuna',
  inverted: '',
  bridge: 'io di che ho necessita davvero',
  bots: 'bot robot macchina macchine chatbot computer ia',
  away: 'basta niente stufo_di stufo_dei stanco_di',
  alone: 'non_riesco_a_parlare',
})

export const dutch = /* @__PURE__ */ lexicon({
  talk: `spreken spreek praten praat chatten contact contacteren bereiken verbind verbinden verbonden doorverbinden verbindt bellen
    overleggen doorschakelen`,
  want: 'wil wilde graag nodig geef zoek wens verlang heb krijgen krijg hebben liever',
  exist: 'is_er is_daar zijn_er is_hier',
  modal: 'kan kunnen zou mag laat',
  serve: 'helpen antwoorden bellen spreken overnemen terugbellen',
  firm: `mens mensen medewerker medewerkers medewerkster agent klantenservice klantendienst operator adviseur servicemedewerker
    vertegenwoordiger helpdesk echt_persoon echte_persoon levend_persoon`,
  people: 'persoon personen collega',
  vague: 'iemand',
  before: 'een de het echt echte menselijke menselijk levend levende andere ander van vlees en bloed jullie',
  links: 'met aan naar mij me ons alstublieft aub nu direct graag ik te door u je even via',
  after: 'alstublieft aub nu hier die te over voor om en of want spreken praten graag nodig bereiken contact in plaats van',
  clause: 'die',
  final: 'spreken praten chatten bereiken bellen',
  blocks: '',
  presence: 'daar hier echt beschikbaar aanwezig',
  polite: 'alstublieft aub hallo hoi bedankt ja nu graag met ik wil spreken even svp',
  not: 'niet geen nooit zonder',
  inverted: '',
  bridge: 'ik hoef te hoeven echt meer per se',
  bots: 'bot bots robot robots computer machine chatbot',
  away: 'geen genoeg_van weg_met',
})
