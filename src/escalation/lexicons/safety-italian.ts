/** Phrases of danger in Italian; how they are written: ../phrases.ts. */
export const italian = {
  'self-harm': `
    peso per|di ~2 tutti|famiglia|gli|mia|miei; nessuno ~2 importa|ama|vuole|bisogno ~2 me; perso ~2 speranz*; mio ultimo messaggio|giorno; mia
    ultima notte|sera; scatola|flacone|boccetta|blister ~2 pillole|pastiglie|sonniferi|compresse|farmaci; stanotte|stasera ~3
    faccio|finisce|finita|ammazzo; mi taglio ~2 braccia|polsi|per|quando|ancora; tagliata|tagliato ~2 braccia|polsi|vene|apposta; tagliarmi le vene;
    voglio|vorrei ~2 smettere|finire di ~1 esistere|vivere|soffrire; non ~2 voglio ~2 esserci|stare|essere ~2 qui|mondo|viv*|piu;
    sarebbe|stareste|starebbero ~3 meglio ~3 me|morto|morta; non vale ~3 vivere|vita; sono ~3 ponte|tetto|cornicione|davanzale; mi ~1
    butto|lancio|getto ~1 dal|giu|sotto|da|dalla; addormentarmi ~3 non|mai ~2 svegliarmi; non ~2 svegliarmi; me ne vado ~1 per ~1 sempre; tolgo di
    mezzo; uccidermi|ammazzarmi|impiccarmi|tagliarmi|ferirmi|spararmi|suicidarmi| annegarmi|avvelenarmi|uccidersi|ammazzarsi|suicidarsi|tagliarsi|
    impiccarsi|autolesion*|buttarmi|gettarmi|lanciarmi !lavoro|nel|nella|in|capelli|unghie; farmi|farsi|faccio ~1 male|del ~1 !piede|lo|sport; mi|si
    ~1 uccido|ammazzo|impicco|taglio|sparo|suicido|ferisco|butto|getto| lancio ~1 !capelli|lavoro|unghie|di; togliermi|togliersi|tolgo ~1 la vita;
    mi tolgo la vita; vita ~1 finita|senso; farla|faccio|fare finita !con; farla|faccio|facciamo|fare la? finita; porre|mettere|metto|pongo|ponga
    fine ~2 vita|sofferenz*|tutto|esistenza|miei|mia; voglio|vorrei|preferisco|preferirei|voglia|desidero|volevo|meglio| dovrei|penso ~3
    morire|morto|morta|sparire|scomparire|crepare !di|dalle|dal|ridere|fame|dalla|da|lista|sito; non|senza|piu|nulla|niente|nessun ~4
    vivere|viver|esistere|svegliarmi|vivo|viva|vita !privata|in|a|con|senza|vicino|utile|al; motivo|senso|ragione|voglia|ragioni|motivi ~3
    vivere|vita|esistere; vita ~4 senso|pena|insopportabile|vale|finita !utile|batteria; stanc*|stufo|stufa ~2 vivere|vita|esistere; non ce la
    faccio|posso piu|andare ~1 !aspettare|con|accedere; non ~1 sopporto|reggo|resisto piu ~1 vita|questa|vivere|dolore|nulla !attesa; meglio ~4
    senza di? me; meglio ~2 morto|morta|morissi|morire; vorrei ~3 morto|morta|nato|nata|svegliarmi|morire; mai ~2 nato|nata|nascere|svegliarmi;
    fossi|essere morto|morta !link; buttarmi|saltare|gettarmi|lanciarmi|butto|salto|getto|buttare| lancio ~4
    ponte|treno|tetto|balcone|finestra|palazzo|metro|binari|terrazzo| auto|scogliera; ponte|tetto|balcone|finestra|palazzo|cornicione ~4
    buttarmi|saltare|salto|butto|gettarmi|giu; pillole|pastiglie|sonniferi|compresse|farmaci ~3
    preso|prese|tutte|ingoiato|morire|prendere|ingerito|inghiottito; preso|ingoiato|prendo|prendere|presa|inghiottito|mandato ~5
    pillole|pastiglie|sonniferi|compresse|tranquillanti|scatola|psicofarmaci ~1 !mattina; overdose; lettera|biglietto|messaggio ~1 addio; d addio;
    dire|dico|detto addio ~2 tutti|mondo|per|sempre|alla !abbonamento; addio ~1 mondo|tutti|sempre|per; ultima|ultimo notte|messaggio|giorno ~2
    viv*|vita|addio|mia|terra; nessuno ~5 mancher*|accorger*|sentir*|importa|mancanza ~3 me|se|mancanza|muoio|sparisco|mia; domani|presto non|piu ~2
    saro|esserci|ci|qui|piu; non ci saro piu|domani; non saro ~1 piu|qui ~1 qui|viv*; nessuna|non ~2 uscita|speranza ~1 !emergenza; odio ~1 mia
    vita; che tutto ~1 finisca|finisse|smetta; andarmene|andar|vado|partire ~1 per sempre; dopo ~3 non ~3 serve|servira|bisogno ~2 niente|nulla;
    dite|dica|ditelo ~3 mia|mio|miei ~3 amo|amavo|voglio|bene; perso ~2 voglia ~1 vivere; lasciarmi morire; far|fare|fatto|fa del male a|me|mi? ~1
    me|stess*`,
  violence: `
    vengo|vado|verro ~8 pistola|coltello|fucile; vengo|verro|vado|passo ~5 coltello|pistola|arma|ascia|sangue|benzina|bastone|mazza; vi|ti|lo|la|gli
    ~2 faccio|faro ~1 fuori|male|pezzi; rompo|spacco|spezzo ~2 gambe|testa|faccia|ossa|denti; do|dare ~1 fuoco ~3
    negozio|ufficio|casa|sede|magazzino|tutto; una|pallottola|proiettile in|testa ~1 testa|fronte; dovete|devi|deve ~1 morire|crepare; sparo|sparare
    ~2 testa|tutti|addosso|qualcuno; faccio|faro una? ~1 strage; ammazzo|uccido ~1 qualcuno|tutti|quello|quel|il|la ~1
    !processo|tempo|programma|task|batteria; voglio|vado|vorrei|ho|sto|vuole|giuro|potrei|penso|andro|verro| intendo|pensando|progetto|minaccia ~4
    uccidere|ucciderti|ucciderlo|ucciderla|ammazzare|ammazzarti|ammazzarlo| ammazzarla|ucciderli|ammazzarli|uccidervi|ammazzarvi|accoltellare|
    accoltellarlo|sparare|sparargli|spararti|spararle|picchiare|picchiarlo| picchiarti|picchiarla|stuprare|stuprarla|strangolare|strangolarlo|
    strangolarla|avvelenare|sgozzare|bruciare|incendiare|esplodere| spaccare|spaccarti|massacrare|aggredire|menare|menarlo|torturare| strage ~1
    !tempo|processo|fame|foto|minuti|calorie|programma|prezzo|domande; ti|vi|lo|la|li|gli|le ~1
    ammazzo|uccido|uccidero|ammazzero|accoltello|sparo|spacco|sgozzo| strangolo|massacro|trovero|picchio|picchiero|brucio|gonfio|meno !batteria;
    uccido|ammazzo|uccidero|ammazzero|sparo|ammazzare|uccidere|accoltellare| sparare|strangolare|massacrare ~1
    tutti|il|mia|mio|qualcuno|la|a|vi|mie|miei|voi|te|lui|lei|alla| al ~1 !processo|tempo|task|batteria|foto|applicazione|app|sessione| mosche; so
    dove abiti|abita|abitate|vivi|vive|lavori|lavora|lavorate|abitano| dormi|vivete; bomba|bombe !di|da; esplosiv*; sparatoria; strage; attentato;
    pistola|coltello|arma|fucile|ascia|coltelli ~4 ufficio|scuola|vengo|negozio|carica|uccidere|fuoco|lavoro|venire;
    porto|portare|ho|comprato|comprare|vengo|verro|arrivo|prendo ~4 pistola|coltello|arma|fucile|ascia|benzina !cucina|gioco;
    bruciare|brucio|incendiare|fuoco|saltare|esplodere ~4 ufficio|uffici|palazzo|scuola|casa|negozio|sede|azienda|filiale| edificio;
    morirai|morirete|devi|dovete|deve|meriti|meritate|merita|merit* ~1 morire|sanguinare|crepare|soffrire|morti !di; tu|sei|siete morto|morti|morta
    !link|padre|nonno; minacc* ~2 di|morte ~1 morte|uccider*; spaccare|rompere|spacco|rompo|spezzo ~2 faccia|gambe|testa|ossa|collo|muso;
    tagliare|tagliarti|tagliargli|taglio la gola; scorrera|scorrere ~1 sangue; pagarla cara; pensieri ~2 omicid*|violenti; fare|faro|far del? male
    a|qualcuno|alla|ai ~1 !me|ginocchio; farle|fargli|fare|farvi|farti del? male; far fuori; faro fuori`,
  abuse: `
    chiede|chiesto|chiedendo|manda ~4 foto|messaggi ~3 nud*|intim*|sessual*; entra|viene|infila ~3 mia|mio camera|letto|stanza;
    preso|tolto|sequestrato|tengono ~2 il|mio passaporto|documenti; diventa|e ~1 violento|aggressivo|manesco; minacc* ~5
    coltello|pistola|foto|figli|uccider*|ammazz*|video|botte; mi ~1 ha|hanno|sta|stanno ~1
    picchi*|violent*|stupr*|minacci*|molest*|toccat*|seguendo|strozz*| rinchius*|aggred*|ricatt*|chius*; tengono|tiene ~2
    prigionier*|chius*|rinchius*|qui|segregat*; oso ~2 tornare ~1 casa; alza ~1 le mani; mette le mani addosso|collo;
    marito|fidanzato|ragazzo|compagno|padre|ex|patrigno|moglie|madre| fratello|zio|lui|lei|capo|vicino|qualcuno|uomo|nonno|professore|
    allenatore|partner|papa|mi|ci|fidanzata|genitori|mamma|la|lo ~3 picchia|picchiato|picchiata|picchiano|picchio|violenta|violentata|
    violentato|stupra|stuprata|abusa|abusato|maltratta|minaccia|minacciato| minacciata|minacciano|perseguita|strozza|strangola|strangolato|
    schiaffeggia|calci|rinchiude|rinchiuso|rinchiusa|chiuso|chiusa| tocca|toccato|toccata|palpeggia*|palpata|ricatta|tortura|molesta|
    molestato|molestata|segue|stalkera|colpisce|colpito|colpita|sequestra*| mena|costringe|spinge|aggredito|aggredita|aggredisce ~1
    !pagare|schermo|attendere|pulsante|aspettare|instagram|riattivare| accedere|blocco; stata|stato|vengo|viene|sono|sto|state|stati|essere|venendo
    ~3 violentata|violentato|stuprata|stuprato|abusata|abusato|picchiata| picchiato|aggredita|aggredito|maltrattata|maltrattato|minacciata|
    minacciato|perseguitata|perseguitato|sequestrata|rapita|rapito| rinchiusa|ricattata|ricattato|drogata|molestata|molestato|palpeggiata|
    picchiando|stalkerata; uomo|qualcuno|uomini|ladro ~1 armato|armati|coltello|pistola;
    ex|marito|lui|compagno|fidanzato|padre|dice|scrive|minaccia|patrigno ~7 mi|ci ammazza|uccide|ammazzera|uccidera; violenza
    domestica|sessuale|familiare|in|sulle|su; violenze; abuso|molestie|abusi|aggressione|molestia ~1 sessual*|minori|su; stupr*; maltrattament*;
    marito|fidanzato|compagno|padre|ex|patrigno|partner ~2 violento|aggressivo|abusante|pericoloso|manesco; relazione abusiv*|violenta; tratta
    di|delle|degli esseri|persone|donne|umani; matrimonio|sposarmi forzato|forza; pedofil*; pedoporno*; incesto; prostitu*;
    stalker|stalking|stalkera*; paura|timore|terrorizzata|terrore ~4 marito|vita|lui|ex|padre|patrigno|compagno|casa|uccida|fidanzato|
    picchi|figli|sicurezza|tornare|ammazzi|incolumita|mamma|madre| male ~1 !pagamento|prezzo; non ~2 sicura|sicuro|salvo ~2 casa|con|lui
    !pagamento|di|se|del; non ~2 lascia|permette|fa ~1 uscire|andare|parlare|vedere|mangiare|andarmene !app|sito|sistema;
    tiene|tengono|chiuso|rinchius*|chiude|chiusa|segregata|tenuta ~2 rinchius*|casa|prigionier*|stanza|camera|cantina|ostaggio|chiusa|
    segregata|forza ~1 !acquisti; contro la mia volonta; lividi; foto|video|immagini ~1 nuda|nudo|intime|intimi|nude|osé;
    bambino|bambina|neonato|bimbo|bimba|figlio|figlia|bambini|figli| ragazzina ~5 solo|sola|soli|chius*|scompars*|urla*|grida*|rapit*|piang*|auto|
    macchina|pers*|abbandonat* ~2 auto|macchina|casa|caldo|giorni|aiuto|scompars*|rapit*|ore|notte| da; qualcuno|uomo|ladro ~3
    entrare|entrato|fuori|entrando|forzando ~3 casa|porta|finestra|appartamento !account|conto; costring*|obblig*|forza|costretta ~2 a|me ~2
    sesso|rapporti|prostitu*|letto|sposar*|spogliar*; mi segue|seguono|pedina ~2 casa|strada|lavoro|da|ovunque|sempre`,
  medical: `
    non|smesso|fatica ~4 respir*; troppe|troppi|troppa ~1 pillole|pastiglie|farmaci|insulina; non ~2 svegli*|reagisce|polso ~1
    !schermo|pc|telefono|app; perso|perde ~2 sensi|conoscenza|sangue; cuore ~3 fermato|fermo|male; tagliat* ~4 sangu*; dolore|dolori|fitta|fitte ~3
    petto; infarto|ictus|convuls*|anafila*|epilet*|emorragi* !quasi|fa; attacco ~1 di|cardiaco|cuore|epilettico|asma|d ~1 !hacker; attacco
    cardiaco|epilettico; arresto cardiaco; ambulanza !fattura|giocattolo; chiam*|chiama|serve|servono|mandate|bisogno ~4
    112|118|ambulanza|medico|soccorsi|911 ~1 !certificato; emergenza|urgenza medica|sanitaria; sta|sto
    morendo|soffocando|dissanguando|collassando|svenendo !di|dal|dalle|dalla|batteria|ridere|il|la; sta ~1 per morire; pericolo di vita;
    inconscient*; incoscient*; svenut*; svenire; svien*; svenendo; priva|privo|perso|perde|perdere di? ~1 sensi|conoscenza|coscienza;
    non|fatica|difficile|faccio|riesco|riesce|appena|difficolta|manca| male ~4 respirare|respira|respiro|fiato|aria !condizionata|libera; soffoc*;
    asfissi*; non ~1 reagisce|risponde|svegl*|muove ~1 !app|sito|assistenza|server|email|pulsante|nessuno|alle|a|al|
    il|la|mail|mai|ancora|schermo|cursore; sanguina*|sanguin*|emorragia|dissangu*; sangue ~3
    tanto|molto|fermare|ferma|perde|bocca|naso|testa|ovunque|dappertutto; tanto|molto|perde|perdendo|vomit*|toss*|sput*|perdo ~1 sangue;
    dolore|dolori|pressione|oppressione|fitte|male|peso ~3 petto|cuore|braccio|torace; petto ~3 male|dolore|stringe|fa; braccio sinistro;
    ingoiato|bevuto|ingerito|mangiato|inghiottito|ingoiata|inalato| preso ~5 candeggina|pila|pile|batteria|veleno|cloro|detersivo|calamit*|
    prodotto|sostanza|acido|capsula|medicinali|moneta|funghi|magnete| magneti|detergente|varechina|ammoniaca|antigelo|farmaci|sapone| disgorgante;
    troppe|troppi|troppo ~1 pillole|pastiglie|farmaci|medicine|gocce|compresse; avvelen*; intossic*; antiveleni; folgorat*; fulminat*
    !lampadina|elettric*; scossa elettrica; reazione ~1 allergica; shock|choc anafilattico|allergico; allergic* ~2 grave|forte|gola;
    gola|viso|faccia|lingua|labbra ~3 gonf*|chiud*|chiude|blu|storta|paralizz*|cianotic*|viola; diventando|diventa|diventato|diventata|e|sta ~1
    blu|cianotic*|viola !schermo|luce|pulsante|la; insulina ~4 senza|finita|finito|manca|ho|perso|serve; senza insulina; ipoglic*; zucchero|zuccheri
    ~3 bassi|basso|bassa !ricetta; contrazioni; rotte|rotto ~1 acque; acque ~2 rotte; travaglio|partorendo !alle|da|domani|per|il|dal|con; aborto
    spontaneo; paralizz* ~2 lato|viso|braccio|corpo|faccia; intorpidit*|insensibil*; parla ~2 strano|farfuglia*|biascica*; ustion*|bruciat*|scottat*
    ~4 grav*|grado|viso|mano|olio|bollente|pelle|bambin*; cadut*|caduta|cadde ~5 testa|scale|muove|incoscient*|tetto|svegl*|rotto; battuto ~2 testa;
    frattur* ~1 espost*; tagliat*|taglio ~4 profond*|dito|mano|sangu*|vena; credo ~3 morendo|morire; sto per morire|svenire|partorire; overdose;
    annega* ~1 !in|lavoro|mail`,
}
