/** Words and phrases of danger in English; how they are written: ../phrases.ts. */
export const classes = {
  self: 'myself meself mysellf myslef',
  themselves: 'himself herself themselves themself ourselves',
  will: `will ill gonna going want wanna wants wanted need about plan plans planning planned think thinking thought considering tempted ready try
    trying tried attempted swear promise feel urge might threatens threatened threatening vowed`,
  he: `he hes hell she shes they theyre husband boyfriend partner ex dad father daddy stepdad stepfather mom mum mother stepmom stepmother
    wife girlfriend uncle aunt brother stepbrother cousin parents grandfather grandpa boss manager coach teacher priest neighbor neighbour
    neighbors neighbours roommate landlord man guy men someone somebody stranger fiance family people`,
  me: 'me us',
  kin: `kid kids child children son daughter baby babies toddler toddlers sister brother mom mum mother wife girlfriend dad father friend friends
    grandma grandmother grandpa grandfather husband partner girl boy boyfriend neighbor neighbour niece nephew aunt uncle cousin infant roommate
    colleague coworker man woman customer lady guy person someone somebody passenger roomie guest`,
  victim: `you him her them everyone everybody people someone somebody u ya yall anyone`,
  strike: `kill kil murder stab strangle shoot slaughter behead poison choke hurt harm attack beat assault rape torture cripple maim execute lynch`,
  striking: `killing murdering stabbing strangling shooting hurting harming attacking beating raping torturing poisoning`,
  weapon: 'gun guns knife rifle bomb bombs shotgun pistol weapon weapons machete explosives grenade axe firearm acid',
  place: `office school building store shop house home place work church mosque synagogue hospital hq headquarters bank company branch mall
    station warehouse
    depot factory shops stores offices shop hotel restaurant clinic`,
  cutting: 'cut cutting get make buy hit burn',
  not: 'not dont doesnt do cant cannot cant couldnt no never wont didnt isnt aint stopped hardly barely struggling trouble difficulty',
}

export const english = {
  'self-harm': `
    kms fr|tonight|rn|now|today|if|because|bye|soon; hurt|burn|cut|hit|starve myself when|whenever it|i|im|things|ive|life; life insurance ~6
    myself; do it myself ~3 tonight|tomorrow; stay|staying|remain alive; only|barely|just alive because|for; dont|not|cannot want to? go|carry on
    !the|a|an|my|your|holiday|vacation|trip|with|using|hold; dont|no|cant|see|whats|not ~2 point ~2 anymore|living|life|going; cant do this
    anymore|any; cant|cannot take|stand|bear|live|handle ~1 life|living|pain !support; this is ~1 goodbye; my last
    message|night|day|words|email|chat|goodbye; hear from me again|after ~1 tonight|today|sunday|tomorrow; do|doing it tonight|tomorrow;
    whole|entire|full|all bottle|box|packet|pack|the|my|strip ~1 of? pills|tablets|sleeping|paracetamol|medication|painkillers|antidepressants;
    burden on|to|for everyone|my|them|family|others|people|you; better|happier|easier|relieved ~2 if|when|once i|im ~3
    dead|gone|died|die|not|disappear*|exist*|alive|here; lost|losing|lose all? hope !of; no|any|every|without hope|hopeless ~1 left; no|any|a reason
    ~1 carry|go|keep|continue|stay|wake|be|get !this; make|making|get it through|past tonight|the ~1 night|weekend|week|day; wont|not|longer be
    alive; over soon; want|wanna|gonna|going|will|about to? jump !in|start|ship|on|through|plan; dont|not ~1 deserve to ~1 live|be|exist; world ~3
    better without me; without me ~3 better|happier|fine; no one|nobody|noone ~3 cares|loves|needs|notice* ~1 me ~1 die|dead|anymore|gone; so tired
    of|being ~1 everything|alive|life|fighting|existing; feel|feeling|im|am ~1 worthless|trapped ~4 die|live|life|anymore|end; nothing matters
    anymore|any; empty|numb inside ~4 die|end; i dont|not exist; rest|sleep forever; go to sleep ~4 not|never wake; ways|way|how to
    die|disappear|end ~1 painless*|quick*|forever|it; sewerslide; unalive !you|him|her; killmyself; selfharm*; i|gonna|wanna|will|ill|to|might|just
    kms; ctb; self harm*; self injur*; self mutilat*; selfinjur*; parasuicid*; kill|killing|kil|killed|hang|hanging|hanged|drown|drowning|shoot|
    shooting|poison|poisoning|unalive|harm|harming|harmed|starve| starving|stab|stabbing|offing|strangle|mutilat*|punish @self|@themselves;
    hurt|hurting|cut|cutting|cuts|burn|burning|hit|hitting @self !on|opening|with|shaving|while|when|using|by|in|out|off;
    cut|cutting|cuts|burn|burning|hurt|hurting @self with|using a|my|the? razor*|blade*|knife|knives|scissors|lighter|cigarette*; @will ~3
    hurt|cut|burn|off|injure @self|@themselves; cutting|hurting @themselves; cut|slit|slitting|cutting|slash my|her|his|their
    wrist*|arms|veins|throat|thighs|legs; end|ending|ended|finish|take|taking|took|taken my|his|her|their|our own? life|lives; end|ending it all;
    end|ending|finish everything !on|with; end|ending it !the|with|now|by; put an end to it all|my|this? life|suffering|existence; od on|d; od on;
    took|taken|take|taking|swallow|swallowed|swallowing|down|downed ~3 pills|tablets|sleeping|medication|paracetamol|tylenol|meds
    !as|twice|once|daily; want|wants|wanna|wanted|wish|wishing|ready|hope|hoping|rather| prefer|deserve|deserves|going|gonna|decided|like
    to|i|just|be|feel|deserve|want|die? ~1 die|dying|dead !to|of|hard|in|laughing|from; want|wanna|ready to just? die !of|laughing|from;
    feel|feeling|felt like dying; wish|hope|hoping ~3 never ~2 born; should|shouldve never ~2 been born; wish|hope i ~3
    dead|die|dying|disappear|vanish|alive; want to|just|wanna disappear|vanish|stop|cease
    !the|this|a|my|our|your|using|receiving|getting|subscri*|pay*; want to stop existing|living; cease to? exist*; better off dead|without me|if;
    be|im|am better dead; dont|not|no|never|nothing|cant|cannot|longer want|wanna|wants|wish|feel|point|reason|desire|will|see|like| stand
    to|in|of|being|a|any|the? ~2 live|living|alive|exist|existing !in|at|on|with|chat|agent|there|near|here; not|dont|doesnt want|wants|wanna to? be
    alive|here|around|born; dont|not want|wanna to? be in this world|life|on; dont|not want to? wake|wakeup up; never wak* up; not wak* up; without
    waking up; nothing|no|not|little|reason|anything ~2 to|left|worth ~1 live|living for; no|any|what|whats|the|see|sees point|purpose|reason ~2
    living|existing|life|live|alive|existence; life|living ~3 worth|not|pointless|meaningless|unbearable|hopeless|over !insurance|time|of;
    isnt|not|no|longer worth living; tired|sick|weary|exhausted|done of|with ~1 living|life|alive|existing|existence !in|at|with|here;
    cant|cannot|dont|can|not want|wanna|to|not? go on|carry|keep|continue ~1 living|life|any|anymore|longer|like !with|using|without; cant go on
    !the|my|your|a|to|website|holiday|vacation|trip|line|with|using| without; cant|cannot live|bear|endure|survive
    anymore|any|like|another|this|with|life !phone|app; jump|jumping|jumped|throw|throwing|leap|leaping @self? off|from|out|of|under
    a|the|this|my|of|in? ~1 bridge|roof|building|balcony|window|cliff|train|rooftop|ledge| floor; jump|step|walk|jumping|lie|lay|run|stepping
    in|on|under|infront front? of? a|the|that? train|car|bus|truck|tracks|traffic|lorry|railway; standing|sitting on|at a|the ~2
    bridge|ledge|roof|edge|rooftop; nobody|noone|one|everyone|everybody|they|family|kids|world|who ~4 miss me|im; nobody|noone|one|who ~2
    care|notice|cares ~3 die|died|gone|dead|disappear*|alive; everyone|everybody|they|family|kids|world|people|you ~5 better off without;
    will|wont|wouldnt|might|may|not not? be here|alive|around much|tomorrow|for|next|anymore|any; last|final night|message|goodbye|words|day ~2
    alive|ever|earth|life; saying|say|said my|our|final|goodbye|last final|last|goodbyes|goodbye|forever; goodbye forever|world|everyone;
    goodbye|suicide note|letter; wrote|written|writing my|a|the goodbye|farewell|last note|letter*|notes; no way out !of|the; only way out;
    lost|lose|losing|no all? the? will to live !waiting|on; giving|give|given|gave up on life|living|myself; life|everything ~3 over for me; my life
    is over|ruined|hell; hate being|that alive|im; hate myself; i|just should be dead; should just die; let|wish|want me|to just? die; drown in
    the|a|river|sea; pull|pulled the trigger on myself; gun|barrel to|in my head|mouth|temple; bullet in|through my head|brain|skull; tell|telling
    my|mum|mom|dad|wife|husband|kids|family|everyone|them ~4 loved|love|sorry ~1 her|him|them|you|i|for; tell my ~2 i|that ~1 loved|love; be|am|was
    dead by|soon|tomorrow|before|when|tonight; wont|dont|not ~1 need ~4 where|after|anymore|once ~3
    going|go|gone|sunday|monday|tonight|tomorrow|friday|saturday; made ~1 peace; enough of living|life|everything; easier|better ~2
    if|not|never|stop ~4 exist|existing|wake|here|around|born|gone|alive; have|got|bought|saved|hoarded|holding|hold|collected|counting| counted ~3
    pills|tablets|rope|noose|razor|razors|blade|blades ~1 !for|arrived|deliver*|organi*|refund|sharpen*; cut|cutting too|so deep|deeper;
    cutting|hurting|harming again; started|start cutting|harming ~1 !fabric|costs|wood|the; decided|ready|time to ~1 leave|go for|forever|this ~1
    good|world|life; leaving this world; by the time you|anyone|they read|reads|see|find|get; noose; rope ~3 neck|tree|hang|ready;
    plan|method|way|ways|how|easiest|painless* ~3 to|of|way die|dying|death !in|hard|if; how many|much ~5 to die|fatal|lethal|kill;
    lethal|fatal|deadly dose|amount; relapsed ~2 cutting|harm*; urge|urges|temptation to|of cut|cutting|self; want|need|wish|make|please
    this|it|the|all|everything|my all? pain|to|suffering? ~2 end|stop|over !date|of|session|call|chat|subscription|at|contract|trial|emails|
    renew*|charg*|the|sending|working; anorexi*; bulimi*; eating disorder; hearing|hear|voices ~3 voices|telling|tell ~3 kill|hurt|die|end|cut`,
  violence: `
    @will|they|you|all ~2 pay ~2 blood|lives|life; blood will|gonna; deserve|deserves ~2 bullet|die|death|beating; going|gonna|will|ill ~1
    hurt|harm|kill|destroy ~2 him|her|them|people|someone|somebody|everyone|family|wife|kids; wait|waiting ~3 outside ~4 knife|gun|bat|car;
    get|getting my|a ~1 revenge ~4 knife|gun|blood|kill|die|hurt; hand|hands around ~1 neck|throat; put|puts him|her|them|you|someone in ~2
    hospital|grave|ground|coma; come|coming for|after you|him|her|your ~2 family|kids|all; @will|hell ~4 @strike|@striking @victim
    !an|a|to|at|price|prices|with; @will ~3 @strike|@striking my|your|his|her|our|the|that|this|all|every|those|some|a of? ~2
    @kin|wife|boss|family|staff|coworkers|workers|employees|driver| parents|teacher|classmates|colleagues|manager|people|ex|students|
    neighbours|neighbors|agent|agents|guards|class|lot|customers| whoever|ceo|doctor|courier|them|bastards|dog|cat; @will|could|i ~2
    kill|kil|murder|shoot|stab @victim all?; kill|murder|stab|strangle you|him|her|everyone|everybody|somebody|someone|people|u; kill* ~1
    my|your|his|her wife|husband|boss|family|kids|children|parents|mother|father| brother|sister|son|daughter|coworkers|girlfriend|boyfriend|ex|
    neighbor|neighbour|teacher|stepdad; shoot|shooting up a|the|your|my|this|that|our? ~1 @place; school|mass shooting; shoot|kill
    everyone|everybody|people|all|them; blow|blowing|bomb|bombing|burn|burning|torch|firebomb|attack| raid up|down? ~2 @place|you|building;
    set|setting ~3 @place on|ablaze fire?; blow|burn your|the|this|my|that|their|his|her ~1 @place up|down|with; bleed|bleeding|suffer for
    this|what|that|it; pay with ~1 life|lives|blood; will|gonna|going|all|people ~1 bleed;
    planted|plant|planting|place|placed|put|build|building|built| make|making|detonate a|the|some ~1 bomb|bombs|explosive*; bomb|death
    threat|threats; there is|will a|be bomb|blood|bloodbath; bring|bringing|brought|carry|carrying|grab|buy|bought|have|has|
    got|take|load|loaded|loading a|my|his|the|some|her|an ~1 @weapon !emoji|skin|wallet|case; come|coming|show|drive|go|going ~4 with|and a|my|the?
    ~1 @weapon|shoot|kill|hurt|burn; i know|found where you|he|she|they|your live|lives|work|works|family|sleep; find|hunt|track|hunting|get|looking
    you|him|her|them|u down? and|until kill|hurt|make|beat|slit|shoot; youre|your|you|hes|shes|theyre|u are|will|is|all|gonna|going? to? be?
    dead|die|bleed|suffer !wrong|simple|or|sim|battery|line|to|end|link|on|for|in|weight| slow; you will|gonna|going|ll|all to? all?
    die|bleed|regret|suffer ~1 !today|the|your|it|if; watch your back; hunt you down|him|her; make you|him|her|them|all bleed|suffer|beg !through;
    slit|cut|slash|rip your|his|her|their throat|throats|head|heart; break|smash|bash|snap|wring|cave|kick|punch your|his|her|their ~1
    face|skull|neck|bones|legs|jaw|teeth|head|kneecaps|nose|arms; punch|slap|smack you|him|her|them|your|u in|hard|face|until; beat|beating the? ~2
    you|him|her|them up|shit|crap|death|senseless|bloody|pulp|unconscious; beat the ~1 shit|crap|hell|living out of you|him|her|them|the;
    put|puts|get a bullet in|through; hire|hiring|hired a hitman|killer|hit; kill|hurt|shoot|stab as many|lots|a people|of|bunch;
    want|wants|deserve|deserves|needs|hope you|him|her|them|they|he|she|all to? be? die|dead|killed|shot|suffer|bleed; rape|raping you|her|him|your;
    pay with your|his|her life|blood; blood on your|my hands; spill|spilling blood; throw|throwing acid; run|running him|her|them|you|someone|people
    over !the|by|to; push|pushing him|her|them|someone off|under|in|down|out; murderous|homicid*; violent|homicidal|intrusive thoughts|urges !about;
    thoughts|thinking|fantas*|urges|dream* of|about|to killing|hurting|kill|hurt|murdering|shooting|stabbing !the|app|process;
    hurt|harm|kill|shoot|stab|poison the|my|our|his|her|those|some|a ~1 children|kids|baby|child|people|wife|students|classmates|boss|
    teacher|mother|son|daughter|neighbors|neighbours|girl|family; hit|hitting my|the|our|her|his kid|kids|child|baby|wife|girlfriend|daughter|son
    !with|account`,
  abuse: `
    being beaten|raped|abused|molested|tortured|strangled|starved|trafficked; beaten|hit|hurt by ~1 @he; sexual|sexually|explicit|dirty|naked ~3
    message|messages|texts|photos|pictures|pics|content|images ~4 my|child|year|minor|kid|daughter|son|me; screaming ~3 beaten|help|hit|hurt;
    asking|asks|asked ~4 nude|nudes|naked|undress|sexual|strip; @he ~4 come|comes|sneaks|gets|got|climbs|came in|into|to my|her|his|our
    bed|room|bedroom !account; sells|selling|sold|rents|renting|pimping me|her|us to|for|out; took|takes|taken|hid|confiscated|keeps|has ~1 my ~2
    passport|papers|documents !photo|application; not|never allowed to leave|eat|call|see; held|locked|trapped|kept ~2
    basement|cellar|room|apartment|house|warehouse ~1 !issue; makes|made|making me|her|us do ~1 things|sexual|stuff; scared|afraid|terrified ~1
    to|of go|going|come home; hes|he|she|husband|boyfriend ~1 coming|back|outside|drunk ~4 hurt|hit|kill|scared|afraid|weapon; throws|threw|throwing
    ~2 at me !error|exception; @he ~4 beats|beat|beating|hits|hit|hitting|punches|punched|punching|
    slaps|slapped|slapping|kicks|kicked|kicking|chokes|choked|choking| strangle*|rapes|raped|raping|molest*|abuses|abused|abusing|hurts|
    hurting|attacked|attacks|attacking|assault*|stabbed|burns|burned| grope*|groping|tortur*|shoved|grabbed @me|my|her|him|our|them|the
    !up|out|with|how|that|like|on|phone|wallet|card|account|bag|feeling*| for|price; @he ~4 threaten*|threat ~3
    kill|hurt|shoot|stab|me|us|beat|harm|my|with|find|take !legal|sue|lawyer|refund|account|fee*|collection*|fine; @he ~4
    touch|touches|touched|touching|kissed ~2 me|private*|inappropriat*|my ~2 private*|night|down|inappropriat*|there|where|bed|sleep|body|
    dont|didnt|sexual*|without|breasts|parts; touch|touches|touched|touching me|her|him|my|us|the|them|kids|children ~1
    inappropriat*|sexual*|private*|there|down|where|without|when| while|at|in|again|even; @he ~4 wont|doesnt|not|never let|allow|letting|lets
    me|us|her|him|my out|leave|go|eat|see|call|have|to|use !cancel|my|log|change; @he ~4
    lock|locked|locks|locking|keeps|keep|holds|holding|held|trapped| tied me|us|her|him|kids|children|them
    in|inside|up|captive|hostage|prisoner|against|here|basement|room !updated|informed|posted|on|to|waiting|for|out|of|loop|the|suspense; @he|ex ~4
    stalk*|follows|following|followed|blackmail*|extort*|harass*| watching|watches ~1 me|my|us|her !on|twitter|instagram|up|back|advice;
    @he|hell|husband ~3 will|going|gonna|wants|want|tried|tries|trying|hell|threat*|says| said|swore to|hell|he|will? ~2
    kill|hurt|shoot|stab|beat|strangle|find|murder|harm me|us|her|him|my|them|kids|our !if|when|once|for|over|feelings|cats;
    tried|tries|trying|threatened|threatens|threatening|wants|want| wanted|attempted|going to kill|hurt|shoot|stab|beat|strangle|rape|drown|murder
    me|us|her|my|him !if|feelings|battery|phone|account|computer|pc; she|he|i|we|im|ive|who|child|kid|daughter|son|sister|friend|children|
    kids|wife|mother|girl|boy|been|got|just|gets|keep|keeps|getting ~4 raped|molested|abused|beaten|assaulted|groped|stalked|trafficked|
    kidnapped|abducted|blackmailed|drugged|mistreated|neglected|threatened| sexually|starved|sextorted|strangled|groomed|harassed
    !by|account|up|the|market|team|dogs; i|im|she|he|we|child|kid|daughter|son|sister|friend|wife ~4
    abused|raped|threatened|beaten|attacked|assaulted|molested|harassed| stalked|hit by|with|at|every|again|and|when|since|for; domestic
    violence|abuse|abuser; abusive|violent|controlling husband|boyfriend|partner|relationship|ex|father|dad|mother|mom|
    mum|home|marriage|parent*|stepdad|stepfather|wife|girlfriend| household|family|man; child|sexual|sexually|physical|elder|emotional
    abuse|abused|porn*|assault|assaulted|molest*|harass*|exploit*| violence|trafficking|predator|neglect|harassment;
    husband|boyfriend|partner|father|dad|mother|wife|girlfriend|stepdad| uncle|ex|parents is|gets|are|became|becomes|getting|was ~2
    abusive|violent|aggressive|abuser|hitting|beating; afraid|scared|terrified|frightened|fear|fearing|scares of|for|that|to|he|hell|shell|my|about
    ~3 husband|boyfriend|partner|him|dad|father|mother|ex|life|safety| hell|go|uncle|hurt|kill|stepdad|lives|stepfather|he|home|brother
    !insurance|jacket|policy; not|isnt|dont|unsafe|never|doesnt|arent feel|safe|feeling|feels|at safe|at|with|around|to|here|home|in ~1
    home|here|house|him|husband|own|school|go !payment|site|website|data|link|info|card|details|wallet; unsafe at|in my|at? ~1 home|house;
    hiding|hide from|in my|him|the|bathroom|closet ~1 husband|boyfriend|ex|him|father|dad|partner|bathroom|closet|stepdad| wardrobe;
    bruises|bruised|bruise|black ~4 from|on|all|body|arms|eye|face|he|neck; scars|marks|bruises on her|his|their|child|kids;
    held|holding|kept|being|hold me|us|her|here|held|kept|hold? against|hostage|captive|prisoner; against my|her|his will; hostage;
    forced|forcing|forces|force|making|makes me|her|us|him|my ~2 into|to|have|sex|marry|sleep|prostitut*|strip|touch|marriage
    !log|sign|update|install|pay|subscribe|change|buy|upgrade|use| restart|accept|wait|reset|create|enter|download|do|a|an|verify|
    switch|renew|choose|provide; forced marriage; marry me|her off; stalker; stalking me|her|us|my; sextortion; sextort*; human trafficking;
    traffick* me|her|girls|children|us|women; post|share|leak|send|publish|spread|sending|sharing|posting|leaking ~2
    nudes|nude|naked|intimate|explicit|private !messages|key|keys|data|info|account|link|chat; nude|nudes|naked|explicit|sexual|intimate ~2
    of|from|pictures|photos|pics|videos|images ~2 me|minor|child|kid|girl|boy|my|underage|children|her; send|sent|asked|asking|asks|wants ~3
    nude|nudes|naked; underage girl|boy|child|sex|porn*|kid|person; pedophil*; paedophil*; pedo|paedo; csam; child grooming;
    adult|man|stranger|guy|someone|online|older ~4 my|with|a|to|me|meet daughter|son|child|kid|minor|girl ~3
    meet|pictures|photos|alone|nude*|secret; baby|babies|kids|kid|child|children|toddler|toddlers|son|daughter| boy|girl ~4
    alone|locked|trapped|left|screaming|starving|crying|missing|unattended| abducted|kidnapped ~4
    car|home|night|days|hours|food|hot|window|help|next|house|since| taken|balcony|door|missing|kidnapped|abducted|parents; missing
    child|kid|son|daughter|girl|boy; my|our son|daughter|child|kid|boy|girl|toddler is|has|went|been|ran|gone gone?
    missing|disappeared|kidnapped|abducted|taken|away !the; someone|somebody|man|he|stranger|people|intruder|ex|they ~2
    outside|breaking|broke|trying|in|inside|at ~2 my|into|in|break|to|the|get ~1 house|home|door|in|apartment|window|flat|room|bedroom
    !account|email|app|log|website|system|profile|wallet|computer; being|been|am|are|is|kept held|kept|locked|trapped|detained ~1
    here|captive|against|prisoner|inside|by|in !up; took|taken|takes|has|have|keeps ~1 my passport|passports !photo|scan|copy|number|picture;
    man|men|guy|someone|somebody|people|they|he ~2 gun|knife|armed|weapon ~3 door|house|outside|me|here|us|my; armed ~2
    door|house|outside|intruder|man; intruder ~2 house|home|in; help me he|hes|shes|they|theyre !cant|is|doesnt|wont|not; call|send|need ~2 police
    !report|number|certificate`,
  medical: `
    heart|cardiac attack|arrest !almost|rate|when|over|seeing|last|years|in|coverage|insurance| emoji|back;
    having|has|have|suffering|getting|had|suffered a|an|some|another|my ~2 stroke|seizure|seizures|convulsion*|aneurysm|anaphyla*|fit|concussion|
    miscarriage|asthma|allergic|hemorrhage|haemorrhage|heart !of|luck|genius|in|last|years|ago|attack?;
    @not|short|shortness|gasping|unable|fighting|hard|difficult|issues| problems|problem|struggles|off ~3 breath|breathe|breathing
    !new|easy|of|life|a; cant|cannot|can not? breathe|breath !easy; trouble|difficulty|difficulties|hard|problems breathing|to|swallowing
    breathe|breathing?; stop|stopped|stops|not|isnt breathing; choking !on|hazard|point|payment|the; choking ~2 help|now|on|cant|and
    !data|traffic|price; @kin|im|hes|shes|i|he|she|is ~2 choking|convulsing|suffocating|hemorrhaging|seizing|drowning|
    bleeding|unconscious|unresponsive|dying|collapsed|fainted|poisoned| electrocuted
    !in|to|for|of|edge|here|money|laughing|on|lol|from|account|over| battery|under|day; chest|arm
    pain|pains|tight*|hurts|hurting|pressure|is|feels|numb ~2 !tightened|press|strap|exercise; chest pain|pains|hurts|tightness|pressure|tight;
    pain|pressure|tightness|pains|crushing in|on|across my|his|her|the? ~1 chest|heart|arm; bleeding ~3
    lot|heavily|badly|stop|stopping|profusely|everywhere|head|out| bad|severely|uncontroll*|fast|death|much|pregnant|eyes|ears|from|
    wont|help|internally; lot|lots|losing|lost|much|loss|pool|so of|much|too|so? blood !sugar|test|orange|pressure|type|money|work;
    vomit*|cough*|throw*|spit* up? blood; blood everywhere|all|pouring|gushing|coming|in; call|need|send|get|want|where|sent|calling|dial|phone ~3
    ambulance|paramedic*|911|999|112|ems|doctor|medic !s|refund|bill|billing|invoice|report|note|appointment|sheet| number|charge*; ambulance ~2
    now|please|quick|fast|asap|immediately|help|needed|to; call|dial 911|999|112; medical emergency !kit|fund|leave|insurance|cover*|card|contact*;
    life threatening; @kin|hes|shes|he|she|i|dad|dads|moms ~3 passed|collapsed|fainted|unconscious|unresponsive|waking|wake|
    responding|conscious|moving|pulse|react|reacting|blacked|dying !emails|email|calls|message|away|the|to|tickets|exam|on|last| peacefully|my;
    unconscious; passed out !of; lost|losing|lose consciousness; wont|not|cant|isnt|doesnt wak* up
    !call|phone|screen|mac|pc|laptop|device|from|computer; not|isnt|no responding|pulse|conscious|longer ~2 pulse|breathing|heartbeat; no pulse;
    turning|turned|going|went|lips|gone|face ~2 blue|purple !screen|light|when|color|colour; allergic|anaphyla* reaction|shock ~3 !policy|last;
    severe|bad|strong|serious allergic|reaction|burn|burns|bleeding|pain|injury|injuries|injured !review*|from; anaphyla*; epipen; throat ~2
    closing|swelling|swollen|tight|close|closed; face|tongue|lips|mouth|eyes|arm|side|speech|body|leg|legs|arms ~3
    swelling|swollen|drooping|droopy|slurred|slurring|paralyzed|paralysed| numb|ballooning !id|recognition; slurring|slurred his|her|words|speech;
    swallowed|swallows|ate|eaten|drank|drunk|ingested|drinking|swallow| licked ~5 product|spray|soap|shampoo|polish|thinner|cleaning|perfume|toner|
    wax; swallowed|swallows|ate|eaten|drank|drunk|ingested|inhaled|licked| drinking|eating|swallow|consumed ~5
    bleach|battery|batteries|magnet|magnets|poison*|chemical*|detergent| cleaner|antifreeze|pod|pods|capsule|toxic|ammonia|mushroom*|coin|
    glue|acid|pills|medicine|medication|glass|drain|disinfectant| liquid|gel|tablets|button|vape|rat|paint|fluid|pesticide|marble; poisoned; food
    poisoning ~3 help|hospital|now|severe; poison control|centre|center; carbon monoxide; electrocuted; electric* shock ~3
    not|unconscious|breathing|help; going|gone|went|in|im into? labor|labour !law|union|cost*|day|market|force; water|waters just? broke;
    contractions ~3 minutes|apart|started|close|now; baby is coming|not|blue; diabetic|hypo*|insulin|sugar ~4
    shock|coma|low|shaking|faint|emergency|collapse*|attack|run !price|stock|free|diet; insulin ~4 gone|ran|without|out|empty|run;
    run|ran|out|without of? ~2 insulin|inhaler|epipen; asthma attack; seizure|seizures !of|property; convuls*;
    hit|hits|injured|banged|cracked|fell|fallen|knocked|split ~4 head|skull|neck|unconscious|spine|stairs|roof|ladder
    !nail|account|price|wall|start; broke|broken|break|dislocated|fractured my|his|her|a ~1 leg|arm|neck|bone|hip|back|ankle|wrist|ribs|spine; bone
    ~2 sticking|out|visible; burned|burnt|scalded ~4 badly|severely|skin|face|hand|hands|blister*|hospital|degree !rubber|food|cd|dvd;
    deep|gash|open wound|cut|gash; finger|hand|arm|leg|toe ~3 cut|chopped|severed|stuck off|completely|machine|door; dying
    !to|of|for|laughing|here|battery|on|light|lol|from|out|inside| breed|wish|day|phone|every ~1 help|now|please|alone|hurry; i|im|hes|shes|she|he
    think|am|is ~1 dying !to|for|of|laughing|here|on|lol|from|battery|inside|after|because; hurry ~3 dying|die|breathing|blood; about to pass|faint
    out?; going to pass|faint|black out?; feel|feeling faint|dizzy ~3 chest|numb|breath|pass|vision; cpr; defibrillator now|where|quick;
    snake|spider bite|bit|bitten; bitten by a snake; heat stroke|heatstroke; hypotherm*`,
}
