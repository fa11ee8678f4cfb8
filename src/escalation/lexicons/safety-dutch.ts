/** Phrases of danger in Dutch; how they are written: ../phrases.ts. */
export const dutch = {
  'self-harm': `
    hoeft|hoef ~3 niet meer ~2 mij|leven|voor; het|dat hoeft ~2 voor mij niet; tot|een last voor|zijn ~1 iedereen|familie|jullie|anderen|mijn; hoop
    ~2 verloren|opgegeven|meer !levering; mijn laatste bericht|nacht|dag|avond; stap|stappen ~3 uit ~2 leven; doosje|strip|pot|potje|fles ~2
    pillen|paracetamol|slaappillen|medicijnen; vanavond ~3 doe|eind|voorbij|einde; snijd|snij|snijden|kras|sneed|gesneden ~3
    armen|arm|polsen|benen|mezelf; heb|wil ~2 mezelf ~2 gesneden|verwond|snijden|pijn|iets; mezelf ~1 pijn|wat|iets|van; kap|stop|kappen ermee ~2
    leven; zeg|vertel ~4 dat ik ~2 hou|hield|liefheb; hou|houd ~2 niet meer vol; niemand ~2 mist|zal|zou ~1 me|mij|missen|merken; geen zin ~2
    leven|meer ~1 !suiker; wil ~3 niet ~1 meer ~1 zijn|bestaan|wakker|hier; zonder mij ~3 beter|gelukkiger; beter af; nach ~1 sonntag brauche ~4
    nichts; na ~1 zondag ~3 niks|niets; sag|sagt meiner|meinen|meinem ~3 liebe|geliebt; zeg ~1 mijn ~3 hou|hield; zelfmoord*; zelfdoding*;
    zelfverminking; zelfbeschadig*; zelfverwond*; automutil*; levensmoe; mezelf|zichzelf|mij|mijzelf ~3
    doden|doodmaken|ophangen|snijden|verwonden|verdrinken|pijn|vermoorden| opknopen|neerschieten|iets|ombrengen|verhangen|beschadigen|doodsteken ~2
    !kassa; van kant maken|gemaakt; snijd|snij|sneed|snijdt|verwond|hang|dood|vermoord|beschadig mezelf|zichzelf|mij|me; leven ~2
    beeindig*|einde|stap*|maak*|nemen|beroven|beroof*|zat|moe|zinloos| beu; eind*|einde ~1 aan ~2 maken|leven|maak|alles|gemaakt; er een einde|eind
    aan; uit het leven; maak er een|einde ~2 aan; wil|wou|wilde|zou|liever|wens|ga|mag|beter ~5 dood|sterven|doodgaan|verdwijnen|inslapen !van|met;
    was|waren ~2 dood|nooit ~2 geboren|was?; dood wil|willen|zou; nooit geboren; dood zijn|gaan ~1 !gewicht; niet|geen|nooit ~4
    leven|wakker|verder|bestaan|uitweg|levenslust|reden ~1 !scenario|met; zin|reden|waarde ~3 leven|leef; leven ~3
    zin|waard|zinloos|niks|niets|hopeloos|nut; niet meer ~1 verder|leven|wakker|aan|er ~1 !inloggen|kan|werkt; kan|wil|hou|trek ~3 niet meer ~1
    leven|verder|aan|vol|verdragen ~1 !met; beter ~3 zonder mij|me; beter af ~1 zonder|als; zonder mij ~2 beter; nooit|niet meer|niet? ~1 wakker ~1
    worden; niemand ~4 missen|mist|merken|merkt; pillen|slaappillen|medicijnen|tabletten|paracetamol ~4
    genomen|ingenomen|geslikt|slikken|nemen|innemen|op|tegelijk; overdosis; springen|spring|gesprongen|sta|stond|sprong|ga ~4
    brug|dak|trein|flat|raam|gebouw|balkon|spoor; voor|onder de|een trein|auto|metro|vrachtwagen; van|uit de|het|een brug|dak|flat|raam|gebouw ~1
    spring*|af; afscheidsbrief*; voorgoed|laatste afscheid; afscheid ~2 voorgoed|leven; laatste nacht|bericht|dag ~2
    !waarschuwing|factuur|kans|actie; er|hier morgen|straks|binnenkort niet meer; morgen|straks ~2 niet meer ~1 zijn|leven|ben; stap|stappen|stapte
    eruit !de|het; stap er uit; na ~1 heb ik niks|niets ~1 nodig; zie het niet meer zitten; geen uitweg; haat mijn leven; niet meer ~1 willen leven;
    alles ~2 stopt|voorbij|ophoudt; anorexia; boulimia; laat me sterven|doodgaan`,
  violence: `
    hij|ex|man|vader|vriend|ze ~3 me|mij|ons vermoord*|doodmaakt|afmaakt|doodslaat|neersteekt; steek|sla|schiet|schop|trap|rijd|maak ~4
    neer|dood|kapot|overhoop|af ~1 !alarm; sla|trap|schop ~4 elkaar|ziekenhuis|gezicht|tanden|hersens; kom ~5 langs ~5
    mes|slaan|pijn|bloed|pistool|wapen|doen; iedereen ~3 dood|neerschieten|afmaken|kapot; gaat|gaan|ga ~2 eraan; jullie|je ~3 gaan|gaat ~2
    eraan|bloeden; kogel ~2 door|in|kop; benzine ~3 aansteken|brand; vind|weet ~2 jullie|je ~2 te vinden;
    ga|zal|wil|wou|kom|moet|zou|plan|overweeg|dreig|wilde ~5 vermoorden|doodmaken|neersteken|doodschieten|doodslaan|verkrachten|
    wurgen|afmaken|ombrengen|neerschieten|doodsteken|slaan|vergiftigen| steken|schieten|opblazen|verbranden|platbranden|pijn|doden|wat|
    mishandelen|aanvallen|afslachten|mores|onthoofden ~1 !alarm|proces; vermoorden|doodschieten|doodsteken|neersteken|doodslaan|verkrachten|
    doodmaken|afmaken|afslachten|ombrengen|neerschieten|opblazen| platbranden|wurgen|vermoord|steek|schiet|sla|maak
    je|jullie|hem|haar|iedereen|u|hen|iemand|mijn|de|jou|ze ~1 vrouw|baas|man|neer|kapot|dood|af|kop|allemaal|hersens|overhoop|
    buren|buurman|familie|collega*|kind|ex|moeder; vermoorden|doodschieten|doodsteken|neersteken|doodslaan|verkrachten| doodmaken ~1 !we|zij; ik
    vermoord|wurg|verkracht|schiet|steek je|jullie|hem|haar|u|iedereen|iemand|ze; ik weet ~2 waar ~1 je|jullie|u|hij|zij|ze|jij|familie ~2
    woon*|woont|werk*|slaapt|wonen|kinderen; bom in|geplaatst|onder|gelegd|gemaakt|maken|plaatsen; bommelding; aanslag !belasting|in|van|voor ~1
    !inkomstenbelasting; breng|kom|heb|koop|neem|pak|kocht|haal ~5 mes|pistool|wapen|geweer|bijl|benzine|vuurwapen ~1 !set|sen; steek|zet ~4
    kantoor|huis|winkel|school|pand|gebouw|filiaal ~2 brand|fik; in brand ~1 steken; in|de de? lucht ~1 blazen|laten|blaas|vliegen; brand|branden
    je|jullie|het|de|uw ~1 kantoor|huis|winkel|tent|school|zaak|pand plat|af; je|jullie|hij|zij|u|ze
    gaat|gaan|bent|ga|zult|zal|verdient|verdienen|moet|moeten|zijn| is ~4 dood|sterven|bloeden|doodgaan|kapot|creperen !link|gewicht;
    doodsbedreiging*; ga dood|sterf; botten|benen|nek|kaak|schedel|kop|hersens|tanden ~2 breken|breek|inslaan|in|afhakken|afsnijden; keel ~2
    doorsnijden|door|afsnijden; er vallen doden; bloed vloeien|vloeit; schietpartij; bloedbad; hem|haar|hen|iemand|kinderen iets|wat aandoen; iets
    aan ~1 doen`,
  abuse: `
    vraagt|stuurt|vroeg ~5 naaktfoto*|naakt*|seksuele; wordt|worden ~2 nu? geslagen|mishandeld; komt ~4 mijn kamer|bed|slaapkamer; paspoort ~3
    afgepakt|afgenomen|ingenomen; durf ~2 niet ~3 huis|weg|naar; mag|mogen ~1 niet ~4 huis|deur|bellen ~1 uit|verlaten|niemand; word|worden ~4
    vastgehouden|verkocht; wordt|is ~2 agressief|gewelddadig|handtastelijk; slaat|slaan|sloeg|schopt ~1 me|mij|ons|haar|kinderen|hem|mama|zoon; zit
    ~2 aan mij|me|haar|zijn|kind; bang ~2 dat ~2 hij|ze ~3 vermoord*|doet|slaat|iets; man|vriend|vader|partner|ex|stiefvader|vrouw|moeder|vriendin|
    broer|oom|hij|zij|baas|buurman|ouders|iemand|trainer|leraar|ze| opa|schoonvader ~3
    slaat|sloeg|schopt|mishandelt|mishandelde|misbruikt|misbruikte| verkracht|verkrachtte|bedreigt|bedreigde|wurgt|stalkt|achtervolgt|
    chanteert|dwingt|sluit|zit|knijpt|raakt|trapt|bijt|valt ~4 me|mij|ons|haar|hem|kinderen|kind|dochter|zoon|mijn|moeder ~3
    !gebeld|verteld|gestuurd|betaald; heeft|hebben|had ~4 me|mij|ons|haar|hem|kind|kinderen|mijn|dochter|zoon ~4
    geslagen|verkracht|misbruikt|mishandeld|bedreigd|gestoken|aangerand| opgesloten|aangeraakt|gewurgd|gestalkt|geschopt|gedwongen|gechanteerd|
    vastgehouden|betast|gekeeld|aangevallen; word|ben|werd|wordt|worden|werden|is|geworden ~5
    verkracht|misbruikt|mishandeld|geslagen|aangerand|bedreigd|gestalkt| vastgehouden|opgesloten|gechanteerd|ontvoerd|gewurgd|geschopt|
    achtervolgd|aangevallen|betast|lastiggevallen|gedrogeerd ~1 !account|systeem;
    verkracht|misbruikt|mishandeld|geslagen|aangerand|bedreigd|gestalkt| vastgehouden|opgesloten|gechanteerd|ontvoerd|betast ~2
    word|ben|werd|wordt|door|heeft|ik|is; huiselijk|seksueel|seksuele|huiselijke geweld|misbruik|intimidatie|grensoverschrijdend*;
    kindermishandeling; kindermisbruik; kinderporno*; mensenhandel; gedwongen huwelijk|prostitutie; uithuwelijk*; verkracht*; aanrand*; aangerand;
    gewelddadig*; agressief ~2 man|vriend|thuis; stalker; stalkt; gestalkt; pedofiel*; bang ~3 voor|van|dat ~3
    man|hem|vader|vriend|ex|leven|haar|hij|stiefvader|partner|thuis| naar|vermoord*|moeder|veiligheid|oom; durf ~3 niet ~2 huis|thuis; niet ~1
    veilig ~3 thuis|hem|huis|voel|man|bij; voel ~2 niet|onveilig veilig?; dreigt|dreigde|gedreigd ~5
    vermoorden|slaan|doden|kinderen|iets|mes|foto*|schieten|maken| aan; opgesloten !account; houdt|sluit|houden me|mij|ons|haar|hem ~3
    vast|op|gevangen|opgesloten|binnen|in|tegen ~1 !hoogte|lijn; tegen mijn|haar wil; laat|mag ~1 me|mij|ons|ik ~1 niet ~3 huis|weg|gaan|uit|naar ~1
    !account; blauwe plekken; naaktfoto*; naaktbeelden; naakt*|intieme foto*|beelden|filmpjes; raakt|zit ~2 me|mij|haar|kind|aan ~3
    aan|onzedelijk|waar; kind|baby|kinderen|peuter|kleuter|zoon|dochter|zoontje|dochtertje| buurkind|jongetje|meisje ~5
    alleen|opgesloten|vermist|schreeuwt|huilt|verdwenen|verwaarloosd| kwijt|uitgehongerd|ontvoerd|auto ~3
    auto|huis|thuis|help|uren|dagen|vermist|nacht|verdwenen|ontvoerd| hitte|sinds|mishandeld; dwingt|gedwongen ~3
    seks|prostit*|trouwen|slapen|tippelen|uitkleden`,
  medical: `
    gestopt ~1 met ademen|ademhalen; ademt|ademen|ademhalen ~3 niet|meer|moeilijk; niet ~3 ademen|ademt|ademhalen; valt|viel|gevallen flauw; flauw
    gevallen|viel; hart ~3 stil|gestopt|bonkt; doet|heeft ~2 pijn ~2 borst; te veel pillen|medicijnen|paracetamol|insuline; pillen|medicijnen ~2 te
    veel; hartaanval|hartinfarct|beroerte|hartstilstand|epilep*|anafyla*| hersenbloeding|astmaaanval|miskraam|hersenschudding|herseninfarct
    !bijna|vorig|wat|van; astma aanval; ambulance|ziekenwagen|ziekenauto !rekening|kosten|factuur; bel|bellen|stuur|nodig|moet ~3
    112|ambulance|dokter|arts|spoed* ~1 !recept; medisch* noodgeval|spoed*; spoedgeval; levensgevaar*; in levensgevaar; bewusteloos|buiten
    bewustzijn?; flauwgevallen|flauwvallen; ademt|ademen niet|nauwelijks|moeilijk|slecht; reageert|beweegt ~1 niet|nauwelijks meer !app|mail; wordt
    ~2 niet wakker; krijg|krijgt|haalt|kan|niet|amper|nauwelijks|geen|moeite ~3 lucht|adem|ademen|ademhalen|ademt ~1 !pomp; ademnood; benauwd* ~2
    !kamer; stik|stikt|stikken|gestikt !van; verstik*; wordt|word ~2 niet wakker; niet aanspreekbaar; bloedt|bloed|bloeden|bloeding ~4
    hevig|erg|stopt|stoppen|veel|heel|overal|niet|hoofd|hard|ernstig ~1 !suiker|waarden|test; veel|spuugt|hoest|braakt|verlies|verliest ~2 bloed
    !onderzoek; doodbloed*; pijn|druk|steken|beklemmend ~3 borst|hart|arm|borstkas; borst ~3 pijn|druk|steekt;
    ingeslikt|gedronken|opgegeten|binnengekregen|doorgeslikt|gegeten| dronk|ingeademd ~1 !ontbijt;
    batterij|bleek|bleekmiddel|schoonmaakmiddel|vergif|gif|magneet*| knoopcel|wasmiddel|chloor|afwasmiddel|ontstopper|paddenstoel*|
    vaatwastablet|antivries|knoopbatterij ~3 ingeslikt|gedronken|opgegeten|binnen*|doorgeslikt|gegeten|op; slikte|dronk|at|slikt|slokte ~4
    batterij|bleek*|schoonmaak*|gif*|magneet*|knoopcel|wasmiddel| chloor; vergiftig*; gifwijzer; geelektrocuteerd; koolmonoxide*; allergische ~1
    reactie|shock|schok; keel|gezicht|tong|lippen ~3 dik|gezwollen|zwelt|opgezwollen|dicht|blauw|scheef|hangt|opgezet; wordt|loopt|helemaal|ziet
    blauw !scherm; insuline ~3 op|meer|kwijt|nodig|geen|zonder; geen insuline; vliezen ~1 gebroken; bevall* ~2 nu|begonnen|is; verlammings*;
    gevoelloos; scheve mond; praat ~1 raar|onduidelijk|wartaal; in elkaar|ingestort gezakt|gestort|mekaar?; ingestort !server;
    ga|gaat|ben|is|lig|ligt ~3 dood|sterven|stervende|doodgaan ~2 help|nu|snel; sterft|doodgaat; gevallen ~5
    hoofd|trap|bewusteloos|ladder|bewegen|dak; hoofd ~3 gevallen|gestoten|bloedt; verbrand|brandwond* ~4
    ernstig*|hand|gezicht|heel|erg|graad|kind|kokend; gebroken ~1 been|nek|arm|heup|rug; been|nek|arm|heup|pols ~1 gebroken; geelektro*;
    verdrink*|verdronken`,
}
