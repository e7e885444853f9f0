// prettier-ignore
/** Words that people build passwords from, folded to plain lower-case letters; four letters or more. */
const WORDS = `
password passwort passe motdepasse wachtwoord paswoord geheim geheimpje secret secreet admin administrator
beheerder root user gebruiker guest gast login signin aanmelden inloggen default changeme change letmein master test
testen tester testing temp tijdelijk demo welkom welcome bienvenue bonjour bonsoir hallo hello goeiedag goedemorgen
goedendag goodmorning salut allo hoihoi doei iloveyou ikhouvanjou jetaime loveyou love liefde liefje schatje amour
mamour cheri cherie angel engel engeltje baby babygirl prinses princess princesse prins sunshine zonnetje zonneschijn
soleil flower bloem bloemetje bloemen fleur butterfly vlinder papillon dragon draak monkey aapje singe tiger tijger
tigre lion leeuw horse paard paardje cheval pony poney hond hondje chien poes poesje kitty katje chat dolphin dolfijn
dauphin superman batman spiderman pokemon pikachu minecraft fortnite roblox starwars pinkpanther mickey
minnie donald simpson naruto harrypotter hogwarts voetbal football soccer basketball baseball hockey tennis wielrennen
fiets velo anderlecht clubbrugge standard krcgenk racinggenk antwerp gent charleroi ajax feyenoord barcelona madrid
liverpool chelsea arsenal manchester united juventus ronaldo messi hazard lukaku debruyne courtois
qwerty qwertz azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm wxcvbn qsdfgh qsdfghjklm qwertyuiop azertyuiop yxcvbnm
januari februari maart april juni juli augustus september oktober november december janvier fevrier mars avril
juin juillet aout septembre octobre novembre decembre january february march june july august october
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lundi mardi mercredi jeudi vendredi samedi dimanche monday
tuesday wednesday thursday friday saturday sunday lente voorjaar zomer herfst najaar winter printemps automne
hiver spring summer autumn fall season seizoen
thomas jan pieter peter marie maria anna emma louise julie sarah laura lisa kevin nicolas michael jordan daniel andrew
ashley jessica charlie robert david martin patrick philippe pierre jean luc lucas noah liam arthur jules adam victor
mohamed youssef fatima jennifer michelle nicole amanda hannah sophie elise lotte femke bram wout kobe jef dirk koen
mama maman papa mamie papy oma opa broer zus soeur frere kinderen kids enfants familie family famille vriend vriendin
friend copain copine computer laptop internet google facebook instagram tiktok youtube twitter snapchat whatsapp
gmail hotmail outlook telenet proximus samsung apple iphone android windows microsoft linux mercedes porsche ferrari
audi toyota honda bmwbmw volkswagen belgie belgique belgium belgisch vlaanderen flandre flanders wallonie limburg
genk hasselt maasmechelen antwerpen brussel bruxelles brussels leuven liege luik namur namen brugge gand nederland
holland france paris london europa europe school ecole college student studeren leren leerling eleve cursus cours
opleiding formation training vdab thor park campus company bedrijf entreprise werk travail work job office kantoor
bureau lab labo bedrijfslabo awards award jury juror coach broeikas serre greenhouse kiem zaailing plant planten
plante bloei oogst idee ideeen ideas idea innovatie innovation startup starter toekomst future futur geluk happy
bonheur lucky freedom vrijheid liberte money geld argent power kracht force muziek music musique guitar gitaar rock
metal metallica nirvana eminem beatles summertime chocolate chocolade chocolat cookie koekje biscuit banana banaan
banane apple appel pomme orange kaas fromage cheese pizza frietjes frieten coffee koffie cafe biere bier jupiler duvel
stella whatever nothing niets rien something iets everything alles tout hacker hacking matrix trustno shadow killer
ninja pirate warrior cowboy diamond diamant gold goud golden silver zilver platinum phoenix falcon eagle arend aigle
mustang corvette thunder bliksem eclair heaven hemel paradise paradijs paradis jesus christ allah bible bijbel blessed
forever altijd toujours always never nooit jamais number nummer numero een twee drie vier vijf zes zeven acht negen
tien one two three four five six seven eight nine zero deux trois quatre cinq sept huit neuf
sterk strong fort veilig secure security beveiliging securite toegang access acces sleutel cles keys open sesam sesame
nieuw nouveau nouvelle mijn this that with voor pour lang long langer langste hetzelfde zelfde same
`;

/** Set of the words above with four letters or more, longest first. */
export const COMMON_WORDS: readonly string[] = [...new Set(WORDS.split(/\s+/).filter((word) => word.length >= 4))].sort(
  (a, b) => b.length - a.length || (a < b ? -1 : 1),
);

// prettier-ignore
/** Whole sentences and mixtures of 15 or more characters that people really choose, folded to letters and digits. */
export const COMMON_PHRASES: ReadonlySet<string> = new Set(`
correcthorsebatterystaple correctpaardbatterijnietje thequickbrownfox thequickbrownfoxjumps maytheforcebewithyou
tobeornottobe tobeornottobethatisthequestion onceuponatime eropeenseenkeer ereensopeenkeer ilestitunefois iletaitunefois
thisismypassword thisisapassword thisisasecret thisisnotapassword ditismijnwachtwoord ditiseenwachtwoord
ditisgeenwachtwoord mijnwachtwoordis hetwachtwoordis vergetenwachtwoord wachtwoordvergeten ikbenmijnwachtwoordvergeten
cestmonmotdepasse monmotdepasse monmotdepasseest motdepasseoublie jaioubliemonmotdepasse passwordpassword
iforgotmypassword forgotpassword mypasswordis pleaseletmein letmeinplease openupthedoor opensesame sesamopenu
sesameouvretoi ikhouvanjouforever ikhouvanmijnmama ikhouvandieren ilovemyfamily ilovemymom ilovemydog ilovechocolate
iloveyousomuch iloveyouforever iloveyoubaby jetaimemoncoeur jetaimepourtoujours jetaimemaman jetaimemonamour
neverevergiveup nevergonnagiveyouup nevergiveup livelaughlove liveandletlive carpediem carpediemcarpediem
hakunamatata hakunamatatahakuna winteriscoming winteriscoming2024 youshallnotpass iamyourfather lukeiamyourfather
beammeupscotty eliteisleet helloworldhelloworld helloworld123456 goodmorningvietnam stairwaytoheaven hotelcalifornia
smellsliketeenspirit bohemianrhapsody wearethechampions yellowsubmarine hereComesTheSun donotenter verbodentoegang
toegangverboden defensedentrer nietstoren totaalgeheim supergeheim supergeheimwachtwoord heelgeheim streng geheim
topsecretpassword topsecret administratoradministrator administrator123 administrateur123 adminadminadmin rootrootrootroot
changemechangeme changemeplease pleasechangeme veranderditwachtwoord wijzigditwachtwoord changezcemotdepasse
eenlangwachtwoord eenheellangwachtwoord unlongmotdepasse unmotdepassetreslong averylongpassword alongpassword
minimumfifteen vijftientekens vijftienkarakters quinzecaracteres fifteencharacters 15characters 15tekens
geenwachtwoordnodig nopasswordneeded pasdemotdepasse welkombijbroeikas bienvenueabroeikas welcometobroeikas
welkomopdecampus welkomopt2campus t2campust2campus t2campusgenk t2campusgenk2024 t2campusgenk2025 t2campusgenk2026 broeikasbroeikas broeikasgenk
broeikas2024broeikas broeikascampus t2awards t2awards2025 t2awards2026 bedrijfslabogenk thorparkgenk krcgenkkampioen
blauwwit blauwwitkrcgenk rodeduivels wijzijnbelgie lesdiablesrouges allezlesbleus alleslesdiables zinedinezidane
cristianoronaldo lionelmessi10 manchesterunited realmadrid realmadridcf fcbarcelona fcbarcelona10 lachampionsleague
youllneverwalkalone ynwaynwaynwaynwa rsca rscanderlecht clubbruggekv superclub123456 qwertyuiopasdfgh
qwertyuiop123456 qwerty123456789 qwertyqwertyqwerty azertyuiopqsdfgh azerty123456789 azertyazertyazerty 1q2w3e4r5t6y7u8i
1q2w3e4r5t6y7u8i9o0p 1qaz2wsx3edc4rfv 1qaz2wsx3edc4rfv5tgb zaq12wsxcde34rfv q1w2e3r4t5y6u7i8 a1b2c3d4e5f6g7h8
aqwzsxedcrfvtgb azqswxedcvfrtgbn 1a2z3e4r5t6y7u8i a1z2e3r4t5y6u7i8 123456789qwerty 123456789azerty abc123abc123abc
abcdefghijklmno abcdefghijklmnop abcdefghijklmnopqrstuvwxyz zyxwvutsrqponmlkjihgfedcba 123456789abcdef 0123456789abcdef
deadbeefdeadbeef 112233445566778899 123123123123123 121212121212121 147258369147258 159753159753159 741852963741852
987654321098765 314159265358979 31415926535897932 271828182845904 1123581321345589 161803398874989
`.toLowerCase().split(/\s+/).filter((phrase) => phrase.length >= 8));
