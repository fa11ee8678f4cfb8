const lines = (text: string): string[] => text.trim().split('\n').map((line) => line.trim())

/** Polite words that ask for nothing. */
export const thanks = lines(`
thanks
Thanks!
thank you
Thank you so much
thank you very much for your help
thanks a lot
thanks a million!
many thanks
thx
ty
tysm!!
thank u
cheers
Cheers mate
much appreciated
I appreciate your help
appreciate it, thanks
ok
OK.
okay
ok thanks
okay, thank you
ok great, thanks
great
Great, thank you!
perfect
Perfect, thanks for the quick response
awesome
cool
cool thanks
got it
got it, thanks
understood
I see
I see, thank you
makes sense
that makes sense, thanks
alright
all right then
sounds good
good to know
that worked, thanks!
it works now
it works now, thank you so much
that helped a lot, thanks
that was helpful
you have been very helpful, thank you
problem solved, thanks
youre the best
You're the best!
no problem
no worries
you're welcome
will do
will do, thanks
lovely, thank you
👍
👍👍
🙏
😊
Thanks 😊
ok 👍🏽
:)
thanks :)
❤️
yes thanks
thank you sir
Danke
danke schön
Vielen Dank für die Hilfe!
super, danke
alles klar
alles klar, danke
Merci
merci beaucoup
merci pour votre aide
d'accord, merci
parfait merci
Gracias
muchas gracias por su ayuda
vale, gracias
perfecto
Obrigado
muito obrigada pela ajuda
ok obrigado
Grazie
grazie mille
va bene, grazie
perfetto
Bedankt
dank je wel
hartelijk bedankt voor de hulp
oké, bedankt
`)

/** Nothing more is needed. */
export const declined = lines(`
no
No.
nope
nah
no thanks
No, thanks!
no thank you
nope thanks
nah I'm good
No, that's all
that's all
thats all thanks
that is all, thank you
that's it
that's everything, thanks
that will be all
that'll be all, thank you
that was all, bye
that was all
nothing else
nothing else, thanks
no nothing else
nothing
nothing more, thank you
not really
no, not really
not right now
not at the moment, thanks
not today
no more questions
no further questions
no, I have no more questions
I'm good
I'm good, thanks
I'm all set
all set, thank you
all good
all good, thanks!
we're good
I'm fine, thank you
I'm done
it's all good
no need
no I don't
I don't need anything else
I don't need anything else, thanks
that answers my question
that answered my question, thank you!
that's all I needed
that's all I wanted to know, thanks
yes that's all
yes, that is all, thank you
you can close this
bye
bye!
goodbye
Thanks, bye
ok bye
thank you, goodbye
good night
see you
see you later
have a nice day
Thanks, have a great day!
no, have a good one
take care
ok that's all for now
no 👍
no thanks 🙂
Nein
nein danke
Nein, das war alles
das war's, danke
das ist alles
keine weiteren Fragen
alles gut, danke
nichts mehr, danke
Tschüss
danke, schönen Tag noch
Non
non merci
non, c'est tout
c'est tout, merci
ce sera tout
rien d'autre, merci
au revoir
merci, bonne journée
no gracias
eso es todo
eso es todo, gracias
nada más, gracias
todo bien
adiós
hasta luego, gracias
não
não, obrigado
é só isso, obrigada
só isso
nada mais
tchau
no grazie
è tutto, grazie
nient'altro
a posto così, va bene così
arrivederci
grazie, buona giornata
nee
nee bedankt
nee, dat was alles
dat was het
niets meer, bedankt
tot ziens
bedankt, fijne dag nog
`)

/** Says more than that, or asks. */
export const more = lines(`
No, but how do I order a card?
thanks, and where is my PIN?
no but how do I order a card
thanks and where is my pin
ok?
thanks?
no?
what
why
yes
yes please
yes, one more thing
yeah
sure, tell me more
one more question
one more thing
thanks, one more question
ok so how do I do that
ok and the fee
great, but it still fails
thanks but that does not help
no that did not help
that didn't help
no, it doesn't work
it does not work
it still does not work
no good
not good
nothing works
nothing happened
not helpful
no luck
no help at all
no, I need a refund
no I want a refund
no, my card is still missing
not yet
not sure
maybe
maybe later I will order
I don't know
wait
hold on
hello
hi
hello there
hey
help
please
please help
5
7
10/10
3 stars
👎
😡
😢
🤔
thanks 👎
❓
👍?
...
?
!
 
thanks for nothing
thank you for cancelling my account without asking
no thanks to you I lost my money
bye bye money
goodbye letter template
good night hotel
that's all wrong
that is all I have in my account
nothing else works
all good things come to an end
all good but the invoice is wrong
I'm good at chess
I'm fine with a replacement card
ok cancel it
ok do it
ok I will send the documents
great, please cancel the order
perfect, please go ahead
cool, how long does it take
got it but where is the button
I see an error
I see that my payment failed
I understand but I need it today
makes sense but how
have a nice day plan
see you at the store on Monday, which one is it
no card arrived
no money
no email
no code received
no access
no refund
no answer from you
no internet
not now but tomorrow
nothing on my statement
what else can you do
anything else I should know
is that all
is that everything
what now
can you thank Sarah for me
how do I say thanks in German
where can I leave a thank you note
tell Sarah thanks
nein, aber wo ist meine Karte
danke, und wie lange dauert das
nein das funktioniert nicht
Wo ist meine Karte
ja
ja bitte
non mais où est ma carte
merci, et pour les frais
oui
ça ne marche pas
no pero dónde está mi tarjeta
gracias, y cuánto cuesta
sí
no funciona
não funciona
obrigado mas e o cartão
sim
no ma dov'è la carta
grazie ma non funziona
non funziona
nee maar waar is mijn kaart
bedankt maar het werkt niet
het werkt niet
спасибо
谢谢
`)
