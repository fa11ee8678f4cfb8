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
Could I talk to an actual person?
is there a number or a person I can speak with
I demand to speak to a manager
manager please
supervisor
get your supervisor
I want your supervisor
put a human on
put a real person on the line
let me have a real agent
Give me somebody I can talk to
can you get me a human
can you please get someone from customer service
can you please pass me to an agent
could you hand this over to a human
human support
human support needed
need to talk with support
I need to speak with your support team asap
speak with live representative
live rep
I would like to be connected to an agent
please connect me to live support
I want to be transferred to a human
can I be transferred to someone
I'd love to talk to a human being
just let me talk to a human
I just want to talk to someone real
I only want to speak to a human
enough of the bot, human now
stop with the bot
I'm sick of talking to a machine
I'm done with this bot
I don't want automated answers, I want a person
I do not want to chat with an AI
not a bot, a person
I'd like a human instead of a bot
give me a human instead of this bot
how to talk to customer service
how can I talk with a live person
where can I find a human to talk to
what do I need to do to speak to a human
what does it take to get a human here
who can I speak to? I want a real person
can someone real answer me
can a real person look at this
could a human please review my case
could you ask an agent to call me
have an agent call me
have someone call me
I want someone to call me
I want a callback from an agent
are any agents online
are there any agents available right now
is a human available
is an agent available?
any human there?
any humans around
anyone real?
anyone here
hello? anyone there?
hello???? human
ok human
yes human
yes please, an agent
yes connect me to an agent
escalate
escalate to human
escalate to a manager
i need to escalate this
switch to human
switch me to a live agent
request agent
request a human agent
requesting human
customer rep
customer service rep
customer service representative please
customer service agent
I want customer service
tech support agent please
I want to talk to tech support
speak to sales
can I talk to sales
can I speak to your sales team about pricing
connect me w/ an agent
can u connect me to a person
can i speak 2 a human
i need a person to help me
I need a human to look into it
I need someone to talk to
I need someone who is human
I need to talk to a person about a fraud on my account
my payment failed three times and I need to talk to a person
I've asked three times now, get me a person.
You're not helping. Can I speak to someone?
that does not help, agent
This isn't helping me at all I need to speak to a human
I dont want help from a robot
that's wrong, talk to human
take me to a human
bring me a human
I'm asking for a human
I asked for a human
still waiting for an agent
I have been waiting for an agent
I want to complain to a manager
Ich will mit jemandem reden
einen Menschen bitte
Mensch bitte
mit Mitarbeiter verbinden
Bitte einen Kundenberater
Kann mich bitte ein Mitarbeiter anrufen?
ich möchte einen Menschen sprechen
Können Sie mich weiterleiten an einen Mitarbeiter
echter Mensch
conseiller
je souhaite échanger avec un conseiller
pouvez-vous me mettre en relation avec un conseiller
je préfère parler avec un humain
quelqu'un peut me rappeler ? je veux parler à quelqu'un
agente humano
hablar con un agente
quiero que me atienda una persona
me puede atender una persona
deseo comunicarme con un asesor
persona real por favor
pessoa real
gostaria de falar com alguém do atendimento
quero um atendente
me transfere para um atendente
parlare con operatore
mi passi un operatore
vorrei un operatore umano
posso avere un operatore
persona reale
ik wil een mens spreken
mag ik een medewerker spreken
verbind me met een medewerker
klantenservice
Is it possible to get a human on this chat
Can you forward me to customer service
Please forward this conversation to an agent
redirect me to a live person
I'd appreciate speaking to a person
I would appreciate it if I could speak to a person
would it be possible to speak to an agent
Any way to talk to a human?
Who do I need to talk to? Get me a manager
customer service now!!
let me speak to someone in charge
I need to speak with the person in charge
I want to talk to someone higher up
talk to your boss
this is ridiculous let me talk to a manager
your answers make no sense. Give me a person
I don't trust this bot, I want to speak to a person
I would like a phone call from an agent
can an employee help me
can a member of staff help me
I want to speak to a member of your team
I'd like to chat with somebody from your company
can somebody from your team contact me
please have a human contact me
I need a live agent right now
where is the live agent
live agent???
Chat with agent
start live chat
begin chat with a person
I want a person not a computer
person not a robot
speak with human
speak to someone please
speak to a person
speak to an operator
spek to agent
can i tlak to a person
i want to speak to a huma
conect me to an agent
transfr me to a human
can I get some human help here
do you have real people there
are there real people there
is there a real human behind this
anyone human there?
No bot. Human.
not bot human pls
bot go away, agent please
shut up bot and get me an agent
Enough! Get me an agent!
I insist on speaking to a human
I must speak to a human
I have to speak to someone
I've got to talk to a person
gotta talk to a human
I request to speak to a supervisor
may i please be connected to an agent
kindly connect me to an agent
kindly transfer my chat to an agent
pls transfer to human agent
want to chat with live agent
wants to talk to agent
need live person
need rep
need someone real
talk human
talk 2 agent
agent pls
agnet
repersentative
representative!!!!!
speak to rep
a human, please
A person please!
the operator please
an operator
I'd like to talk to an agent, not a bot.
Thanks but I'd like to speak to a human
Thank you, but can I talk to someone?
ok thanks, now connect me to a human
hmm can I talk to a person instead
Would you mind connecting me with an agent?
could you get a person to help me
I think I need a human for this
I believe I need to speak with an agent
I'm going to need to speak to a person
When can I speak to a human?
how long until I can talk to an agent
how many minutes until an agent is available
is someone available to chat
is anybody available to talk
anyone available?
Ich möchte bitte mit einem echten Menschen chatten
Kann ich mit jemandem telefonieren
bitte Mitarbeiter
Support-Mitarbeiter bitte
Menschlicher Ansprechpartner
ist da jemand?
je veux quelqu'un de réel
un humain s'il vous plaît
je veux être mis en relation avec un conseiller
service client
necesito un asesor
quiero hablar con alguien real
con un humano por favor
ser humano
Eu quero falar com um ser humano
me passa para um humano
pessoa por favor
voglio un operatore
operatore
parlare con una persona reale
ik wil iemand spreken
een medewerker graag
echte medewerker
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
I already spoke with customer service
customer service told me to wait
the representative said it would take two days
my agent at the bank said no
I work as a customer service representative
I'm a support agent myself
as a person with a disability, what discounts do I get
is this product safe for humans
is the meat fit for human consumption
do you sell human hair wigs
what's the human readable format
can I add another person to the booking
a person under 18 is travelling with me
I want a ticket for one person
book a table for two people
I need a room for 3 people
how many people are in the team
I'd like to give a gift to someone
I want to gift this to someone
can I transfer the booking to someone else
I want to send a package to someone
can someone pick it up for me
somebody else signed for the parcel
does anyone sign for the delivery
is there someone home during delivery needed
is anyone allowed to use it
can anyone join
where can I meet people
how do I contact the person who sold it to me
how do I message another person in the app
how can I talk to other users
I can talk to my doctor about it
I will talk to my manager and come back
my boss wants to talk about the contract
I don't want to bother anyone
I do not want to talk to anyone
don't put me through to anyone
no agent please
no human please
without a human
not an agent
do not escalate
please do not escalate this
I didn't ask for a human
don't you dare connect me to an agent
no need to connect me with a person
no need to escalate
I prefer the bot
I like this bot
this bot is great
bots are fun
how does the bot work
is this a chatbot
do I talk to a machine
can your chatbot speak German
speak to text does not work
the speaker does not work
phone support for android
supports USB?
support ticket 1234
billing address
sales tax
is there a sale
operator manual for the machine
forklift operator training
tour operator refunds
the telephone operator
call forwarding
conference call
how do I start a chat with a friend in the app
live chat widget for my website
do you offer live chat for shops
how do I install the live chat plugin
the agent installed on my server crashed
deploy the agent
agent version 2
monitoring agent
sales representative salary
legal representative form
I am the legal representative
authorised representative address
customer support email
customer service phone number
staff discount
manager account
account manager role permissions
password manager
task manager
real estate
real time
a live stream
the person's name is wrong
wrong person on the ticket
change the contact person
contact person of the company
emergency contact
someone
a friend of mine
people
who are you
what is your name
what can you do
I am angry
this is terrible
you are useless
I'm not happy
that did not help
I don't understand
stop
stop it
cancel
cancel my subscription
I want to cancel
Mitarbeiterrabatt
Wie viele Mitarbeiter habt ihr
Mein Berater hat gesagt
Ich habe mit einem Mitarbeiter gesprochen
Kann ich für eine andere Person bestellen?
für zwei Personen
c'est pour une personne
j'ai parlé à un conseiller hier
billet pour deux personnes
il n'y a personne
es para una persona
ya hablé con un agente
una mesa para dos personas
é para uma pessoa
já falei com um atendente
per due persone
ho parlato con un operatore ieri
voor twee personen
ik heb met een medewerker gesproken
I spoke with one of your agents
one of your agents called me
your agent was rude
your agents are rude
I'd like to rate the agent
how do I rate an agent
can I tip the agent
thank the agent for me
the human who helped me was nice
I was helped by a person called Sarah
which person helped me last time
what is the name of the agent
does the agent get a commission
is the agent paid
AI agent pricing
how much does an agent seat cost
add an agent to my workspace
remove an agent from the team
invite a person to my workspace
invite someone
share with someone
how do I share a file with another person
can two people edit at once
block someone
report someone
how to report a person
someone hacked my account
someone is using my account
I think a person is using my card
I got a call from someone claiming to be your agent
a person called me and asked for my PIN
a representative called me and asked for my PIN
I received a message from your representative
is it true that your agents never ask for a PIN
who is my account manager
how do I log in as a manager
manager approval needed for expenses
manager role
I need manager permissions
operator precedence
human body
humanities course
person of the year
speak up
talk time
chat history
where is my chat history
delete this chat
connect with Facebook
connect to my bank
connect my phone
transfer my number
transfer to savings
transfer between accounts
transfer ownership to another person
forward my mail to another person
call waiting
I missed your call
please call my phone
what number do you call from
reach my limit
contact lenses
I contacted support
I've contacted customer support twice
I emailed customer service
still no answer from customer service
customer service never answered my email
customer service sucks
service agent app download
real person verification
live photo verification
person verification failed
need ID of the person
needs
want
can you
could you help
is there a fee
is there a limit
is there someone who delivers
is there a store near me
are there branches in Berlin
can I have a refund
can I have a receipt
do you have an app
do you have a store
do you have people with two accounts
get me a refund
give me a discount
give me my money back
I want my money back
I need my money
put me on the waiting list
send me a code
send me the invoice
bring your own device
take a photo
let me see
let me know
help someone else
I'm calling for someone else
I'm asking for a friend
I'm looking for someone's order
looking for a gift for a person who likes tea
I need a gift for someone
my mother wants to talk about her card
No. That's all
nobody is here
nobody helps me
mit Karte bezahlen
mein Mitarbeiter kann sich nicht anmelden
Wie lade ich Mitarbeiter ein
Personalausweis
ajouter une personne
inviter quelqu'un
agregar una persona a mi cuenta
invitar a alguien
adicionar uma pessoa
aggiungere una persona
iemand uitnodigen
persoonlijke gegevens
`)
