import type { Labelled } from './measure.ts'

/** What a letter before a value means. */
const kinds: Readonly<Record<string, string>> = { e: 'email', p: 'phone', c: 'card', b: 'iban', i: 'ip' }

/** Texts with their values marked as `«p:030 1234567»`. */
const marked = String.raw`
My new address is «e:jane.o'neil+shop@mail.example.co.uk», the old one bounces
Bitte an «e:Max_Mustermann@example.de».
(«e:info@example.org»)
<«e:sales@example.com»> wrote yesterday
mailto:«e:help-desk@sub.example.net»?subject=Hi
«e:a@b.io»,«e:c@d.io»;«e:e@f.io»
e-mail=«e:user%name@example.com»&lang=en
**«e:bold@example.com»** is the right one
My mail:«e:jürgen@müller.example»
«e:用户@例子.中国» 是我的邮箱
contact «e:first.last@example.museum»!
"«e:quoted@example.com»"
«e:x_y-z@ex-ample.com» and not x_y-z@
{"email":"«e:json@example.com»","ok":true}
https://shop.example/reset?mail=«e:url@example.com»&t=1
Ecris-moi à «e:émilie@exemple.fr» stp
escreva para «e:joao99@exemplo.com.br».
Il mio indirizzo è «e:l.rossi@posta.example.it»
@jane posted at 10:30
use icon@3x.png and photo@2x.jpeg
npm i vite@5.4.1 react@19.0.0-canary.next
I paid 3 @ 4.50 each
git clone git@example.com:team/app.git
the decorator @app.route is missing
a @ b
You can call «p:+49 (0)30 901820» or «p:+49 30 901820»
Mein Handy: «p:0171/2345678»
Tel. «p:089 1234567-12»
ruf mich an: «p:0151 23456789»
«p:+1 (212) 555-0143» ask for Bob
call «p:1-800-555-0199» now
«p:212.555.0143» is my office
my cell «p:2125550143»
«p:(030) 123 456 78»
telephone «p:020 7946 0123» in London
«p:07700 900123» is better
«p:+447700900456» works as well
«p:+33 6 12 34 56 78»
appelez-moi au «p:06.12.34.56.78»
mon portable: «p:06-12-34-56-78» merci
llámame al «p:612 34 56 78» por favor
mi teléfono es «p:912345678»
il mio cellulare è «p:333 1234567»
bel me op «p:06-12345678»
meu telemóvel «p:912 345 678»
WhatsApp «p:(11) 98765-4321»
«p:+55 11 98765-4321»
«p:+86 138 0013 8000»
手机«p:13800138000»谢谢
電話は«p:03-1234-5678»です
«p:090-1234-5678»
전화 «p:010-1234-5678»
«p:+91 98765 43210»
call me at «p:98765 43210»
«p:8 (495) 123-45-67» позвоните
«p:+7 495 123 45 67»
«p:+61 412 345 678» after six
«p:0412 345 678» is my mobile
«p:+353 1 234 5678», «p:+351 21 123 4567»
«p:0043 1 5888 0» Vienna
wa.me/«p:4917612345678»
{"customerPhone":"«p:0301234567»"}
tel:«p:+12025550143»;ext=5
no signal at home, landline «p:555 0143»
my order has not come, please ring «p:0171 2345678»
order number 2125550143
invoice 2024-00123-456
Bestellnummer 0301234567
case #4155550143
on 01.02.2024 at 10:30
2024-03-15T10:30:00Z
from 01/03/2024 to 15/03/2024
it costs 1 299 000 kr
between 100-200 and 300-400 pieces
IMEI 356938035643809
ISBN 978-3-16-148410-0
SKU 4006381333931
SSN 078-05-1120
52.520008, 13.404954
1700000000 is the timestamp
tracking 1Z999AA10123456784
zip 90210-1234
room 101, floor 3, 2 beds, 450 eur
UUID 550e8400-e29b-41d4-a716-446655440000
the ratio is 0.123456789
card «c:4242 4242 4242 4242» exp 04/29 cvc 123
«c:4242424242424242»
«c:5555-5555-5555-4444» please
amex «c:3782 822463 10005»
«c:6011.1111.1111.1117»
«c:30569309025904» diners
paid with «c:3530 1113 3330 0000»
4242 4242 4242 4241 is wrong
1234567890123456 is no card
IBAN «b:DE89 3704 0044 0532 0130 00»
«b:gb82west12345698765432»
my account:«b:FR14 2004 1010 0505 0001 3M02 606»,
«b:NL91ABNA0417164300» BIC ABNANL2A
«b:CH93-0076-2011-6238-5295-7»
«b:NO93 8601 1117 947»
DE89 3704 0044 0532 0130 01 has a typo
AB12 CDEF GHIJ KLMN
my router is «i:192.168.178.1», public «i:203.0.113.77»
ping «i:2001:db8:85a3::8a2e:370:7334» fails
http://«i:10.0.0.5»:8080/admin
[«i:fe80::1»]:443
«i:::ffff:192.0.2.128» too
«i:198.51.100.0»/24
version 2.10.3.1 crashes
the mac is 00:1a:2b:3c:4d:5e
at 10:20:30 sharp
std::vector<int> a::b
1.2.3.4.5 and 300.1.2.3
`

export const hardCases: readonly Labelled[] = marked
  .split('\n')
  .filter(line => line !== '')
  .map(line => ({
    text: line.replaceAll(/«.:([^»]*)»/g, '$1'),
    spans: Array.from(line.matchAll(/«(.):([^»]*)»/g), match => ({ kind: kinds[match[1] ?? ''] ?? '', value: match[2] ?? '' })),
  }))
