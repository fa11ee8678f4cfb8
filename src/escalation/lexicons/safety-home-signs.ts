/** Weak signs of being beaten, used, watched or held, told apart; two of different name in one text say as much as one plain sentence. */
export const homeSigns = {
  hides: `
    delete this|the chat|conversation|history|message*; dont|do not|never send|write|call|post|email|text ~5
    home|house|address|email|letter*|receipt|phone|number|him; hide|hidden|secret|secretly|discreet|quietly|without ~3
    him|husband|partner|knowing|noticing|address|name|he|finding|chat|see|sees; only in my name; in ~1 only my name; my own account|name|money; so
    he cant|doesnt|wont; block him|her|my ~2 from|seeing|ex; location|address ~3 from|hidden|private|him|hide|change; loschen|losche sie? ~2
    chat|verlauf|gesprach; nicht ~3 nach hause|schicken; einzelverbindungsnachweis; heimlich; ohne dass er|sie|mein; adresse ~2
    geheim|sperren|verbergen|andern; auf meinen namen; effacez|effacer|supprimez|supprimer ~2 conversation|chat|historique|adresse; pas ~2
    envoyer|envoyez|appeler|appelez ~3 maison|domicile|adresse; sans qu|que il|mon|elle|ma; en cachette|secret; a mon nom seul|uniquement;
    borren|borrar|borra|eliminen|eliminar ~2 chat|conversacion|direccion; no ~1 envien|manden|llamen ~4 casa|domicilio|direccion; a escondidas; sin
    que el|se|mi|lo; solo a mi nombre; apague*|apagar ~2 conversa|chat|historico; nao ~1 enviem|mandem|liguem ~4 casa|morada|endereco;
    escondida|escondidas; sem que ele|o|meu; tirem|tirar ~2 minha morada|endereco; so ~1 meu nome; cancellate|cancellare|cancelli|cancella ~2
    chat|conversazione|indirizzo; non ~1 mandate|inviate|chiamate ~4 casa|indirizzo; di nascosto; senza che lui|lo|mio|si; solo a mio nome;
    wis|wissen|verwijder ~2 gesprek|chat|geschiedenis; niet ~2 naar huis|thuis ~1 sturen|bellen; stiekem; zonder dat hij|mijn|ze; adres ~2
    geheim|verbergen|afschermen; op mijn eigen? naam`,
  harms: `
    he|hes|husband|boyfriend|partner|dad|father|ex|stepdad|uncle ~3 finds|sees|reads|knows|catches|angry|mad|drunk|furious|shouts|shouting|
    screams|punish*|hurts|hit*|takes|took|locks|locked|controls|hurt; last time ~4 floor|hospital|me|bruise*|hit|beat|paid|police|eye; he
    takes|controls|keeps|spends; locked me; on the floor; the police|shelter|kids and i|me; im scared|afraid|terrified; scared of him; wenn er ~4
    sieht|merkt|liest|erfahrt|trinkt|kommt|findet|mitkriegt; mein mann|freund|vater|ex|partner ~4
    sieht|liest|wutend|trinkt|schreit|kontrolliert|rastet|nimmt|droht; schlage|prugel; s|si il ~3
    voit|apprend|lit|sait|boit|trouve|decouvre|decouvrait; mon mari|ex|copain|conjoint|pere ~4 voit|lit|colere|boit|crie|controle|prend|menace;
    coups; si ~2 ve|lee|entera|descubre|sabe|bebe|encuentra; mi marido|ex|novio|pareja|padre ~4
    ve|lee|enfada|bebe|grita|controla|quita|amenaz*|pega; golpes; se ele ~2 ver|ler|souber|descobrir|bebe|encontrar; quando ele ~2 souber|bebe|ver;
    meu marido|ex|namorado|companheiro|pai ~4 le|bebe|grita|controla|tira|ameac*|fica|jurou; se ~1 lui? ~1
    vede|legge|scopre|sa|beve|trova|scoprisse; mio marito|ex|fidanzato|compagno|padre ~4 legge|arrabbia|beve|urla|controlla|prende|minacc*|alza;
    botte; als hij ~4 ziet|leest|merkt|weet|drinkt|vindt|ontdekt|hoort; mijn man|ex|vriend|vader|partner ~4
    leest|boos|drinkt|schreeuwt|controleert|pakt|dreigt|slaat; klappen`,
}
