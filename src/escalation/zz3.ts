import { asksForHuman } from './human-request.ts'
const l = (t: string) => t.trim().split('\n')
const yes = l(`
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
`)
const no = l(`
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
`)
console.log(yes.length, no.length)
console.log('MISSED', yes.filter(x => !asksForHuman(x)))
console.log('FALSE', no.filter(asksForHuman))
