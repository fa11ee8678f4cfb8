const lines = (text: string): string[] => text.trim().split('\n').map((line) => line.trim())

/** Each asks for a person. */
export const requests = lines(`
can I speak to a real person please
agent
human!!
talk to someone
I want a human
connect me to customer service
is there anybody real there
get me an operator
stop the bot, person please
Can I talk to a human?
I'd like to speak with a representative
let me talk to a person
I need to speak to someone
real person please
live agent
HUMAN
human please
operator
representative
customer service
customer support please
Agent please!
talk to an agent now
speak to agent
I want to talk to somebody
can i chat with a human being
could you connect me with a live agent?
please transfer me to an agent
transfer me to a human
transfer to agent
put me through to someone
put me through to your support team
connect me to a person
I want to speak to your manager
let me speak to a supervisor
give me a human
give me an agent
get me a real person
get me someone who can actually help
I need a human
i need an actual human being
I need human help
I need human assistance please
I don't want to talk to a bot
i dont want to speak with a robot
no bots please
no more bots, I want a human
I hate this bot
I am tired of this bot
is there a human available?
is there an agent available
is there someone I can talk to
is anyone there?
anybody there?
hello is there a real person here
are there any humans here
can a human help me
can a person call me
could an agent contact me please
I would rather talk to a human
I'd prefer to speak to a person
I prefer talking to real people, can I speak to one of your colleagues
How do I talk to a person?
how can i speak to a representative
how do I reach a human
How can I contact customer support?
how do i get hold of a human
how do i get in touch with an agent
is it possible to speak with someone
may I speak with an advisor
I wish to speak to an adviser
I want to chat with an agent
want human
need agent
need human now
human agent
human operator please
live person
live chat please
speak to human
speak to a representative
talk to representative
connect agent
connect me with your team
please escalate this to a manager
escalate this please
can you escalate my case
hand me over to a person
pass me on to a colleague
Why can't I talk to a human?
I can't reach a human
I cannot get through to a human
Don't you have a human I can talk to?
can't you connect me to someone
you won't let me talk to a person
this is not working I want a human
I don't understand. Human please.
No. I want an agent.
no i want a human
this bot is useless, let me speak with someone
you are a bot, get me a human
I already told you, agent!
I said agent
are you a bot? I want a person
ok but can I speak to a person
hi, I need to talk to somebody about my bill
Good morning, could I please speak with one of your agents about an order?
I have a complicated problem and would like to talk to a real human about it
My account was charged twice, can I talk to someone in billing?
could somebody from support talk to me? I want to speak with support
is there any way I can talk to a live human
any chance of a human here?
do you have any human agents
do you have an agent I can chat with
I want human support
I need assistance from a human
I'd like an answer from a real person
help from a human please
someone real please
somebody real?
can i get a rep
can I have a human please
i wanna talk to a human
lemme talk to a human, I want to talk to a human
speak to a humna
talk to an agnet
i want a representitive
can i speak to a humann
custmer service please
pls human
plz connect me to an agent
agent agent agent
person
call me back
Ich möchte mit einem Menschen sprechen
kann ich mit einem Mitarbeiter sprechen?
Mitarbeiter bitte
Ich will einen echten Menschen
Verbinden Sie mich bitte mit einem Mitarbeiter
Ich brauche einen Ansprechpartner
Gibt es hier einen echten Menschen?
Mit jemandem sprechen
Ich will nicht mit einem Bot sprechen
Kundenservice
Je voudrais parler à un conseiller
parler à un humain
Puis-je parler à quelqu'un ?
je veux un humain
Passez-moi un conseiller s'il vous plaît
un conseiller svp
J'ai besoin d'un conseiller
Je veux parler à une vraie personne
Y a-t-il quelqu'un de réel ici ?
Je ne veux pas parler à un robot
Quiero hablar con una persona
¿Puedo hablar con un agente?
agente por favor
necesito hablar con alguien
quiero un humano
Páseme con un asesor
¿Hay alguien real ahí?
No quiero hablar con un robot
atención al cliente
operador
Quero falar com uma pessoa
quero falar com um atendente
atendente por favor
Posso falar com alguém?
preciso de um humano
falar com humano
não quero falar com um robô
Vorrei parlare con un operatore
posso parlare con una persona?
operatore per favore
voglio parlare con qualcuno
Ho bisogno di un operatore
non voglio parlare con un bot
Ik wil met een medewerker spreken
kan ik iemand spreken?
medewerker alstublieft
Ik wil een echt persoon
Is er een medewerker beschikbaar?
ik wil niet met een robot praten
`)

/** None asks for a person. */
export const others = lines(`
I don't want a human
no need for an agent
I do not need to speak to anyone
I don't need an agent, thanks
please don't connect me to an agent
don't transfer me to a human
I never want to talk to a person
I'd rather not talk to a human
can I do this without speaking to someone
can I do it without having to talk to an agent
is it possible to fix it without talking to a representative
there is no need to speak to a human
I don't think I need a human
do I need to talk to someone to close my account
do i have to speak to an agent for that
should I contact customer support if I can't edit my details
human resources
how do I reach human resources?
I want to talk to human resources
I need the human resources number
is this agent fee included?
what is the agent fee
is there an agent fee
estate agent
I am an estate agent
my real estate agent paid by card
my travel agent booked the flight
representative exchange rate
what is the representative APR
I need a representative sample of the data
I paid a person
transfer money to a person
how do I transfer to another person
can I send money to someone
I sent money to the wrong person
how do I send it to a friend
who is the agent of my insurance
how do I speak to my bank's ATM
human error happened on my side
it was a human error, sorry
human rights
are you a human?
are you a real person
are you a bot
am I talking to a real human
am I speaking with a real, live person or ai
I'm not a robot
prove that I am not a robot
I spoke to an agent yesterday
the agent told me it would be refunded
I was talking to a person and got cut off
someone told me I can get a refund
somebody stole my card
someone used my card
I think someone has my PIN
has anyone seen this error
can anyone use my card?
can someone else use my card
can a person have two accounts
can one person own two cards
how many people can share an account
is there a limit per person
what does it cost per person
is a person under 18 allowed
which operator do you use for phone top up
my mobile operator charges a fee
the operator fee was 2 euros
the boolean operator does not work in search
how do I use the AND operator
what is a user agent
the user agent string of my browser
cleaning agent
I need an agent code
what is my agent id
where do I find the agent portal
how do I become an agent
I want to be a representative
do you hire agents
are you hiring customer service staff
your customer service is great
the customer service was poor
what are your customer service hours
I want to close my account due to poor customer service
thanks for the support
does it support Apple Pay
which countries do you support
I need support for contactless payments
I need help
help
can you help me?
can someone help me with my card
please help me
help me please
I need help with my order
I have a question
where is my card?
my card was stolen
how do I reset my passcode
what is the exchange rate
I want a refund
I want to talk about my refund
I want to speak English
do you speak Spanish?
can you talk
talk to me
let's chat
chat
can we talk about prices
please call me Jim
can you call me Bob from now on
call an ambulance
how do I call the API
contact information
how do I change my contact details
how do I contact the seller
the merchant won't contact me
I need to contact my bank
I want to talk to my wife first
I have an agent in Paris
I have a person who helps me
I need a person's signature
give me a person's account number
I need an agent to sell my house
a live example please
live tracking of my order
is there a real time rate
is there anything else
is there a way to top up
the machine swallowed my card
the machine did not give me money
the ATM machine is broken
I bought a robot vacuum
my computer crashed
how do I connect my bank account
connect to wifi
transfer to my account
transfer failed
put it in my basket
escalator broken
representative democracy
personal details
change personal information
I need a new card for another person
add a person to my account
is the card for one person only
the person I paid is gone
I don't recognise the person who took the money
no
thanks
bye
5
no thanks, that was all
das Personal war nett
Ich brauche keinen Menschen
Ich möchte nicht mit einem Mitarbeiter sprechen
Was kostet es pro Person?
Menschenrechte
Mein Versicherungsagent hat angerufen
agent immobilier
mon agent d'assurance
je ne veux pas parler à un conseiller
combien par personne
ressources humaines
personne ne répond
recursos humanos
agente inmobiliario
no quiero hablar con una persona
cuánto cuesta por persona
direitos humanos
agente imobiliário
não quero falar com uma pessoa
quanto custa por pessoa
risorse umane
agente immobiliare
non voglio parlare con un operatore
quanto costa a persona
ik wil geen medewerker spreken
hoeveel kost het per persoon
mijn verzekeringsagent belde
mensenrechten
`)
