/** Ordinary words that lie one letter from a word about days: `mogen` is no mistyped `morgen`. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  (
    "mogen morgens zorgen borgen worden sorgen vandaan vader maanden mandag mamans maman jouer joues jours sortir malin latin " +
    "marie maria maris merci manche dimension demand demande demander devant demi demie domaine deman tanten straat straks kinder " +
    "onder zonder gister samen same sameen samira jardin pardi parti partir midis avant mette mettre heures hiver meurt " +
    "ouvrez ouverts dagen volgens volgen avonden woning open matig mating marin martin mardin weten werken week weer " +
    "semain vergeten donder verder eerder later maart makkelijk markt mars maar marche marchez auvent noemen komen binnen " +
    "vrijdom tweeling kamer komt komende avril weekje juist jullie juliette aller eerst eersten samia sami samir " +
    "passer passez passe monday sundae laten avant instant dernier premiers present derriere louer couvert couverts couverte " +
    "entend entre entree offert offerts trouver trouvez trouve retrouver ferment fermier ferme vermoeid zomer zomers " +
    "poussette poussettes ouvrier ouvriere overdag over voort huiver sluiting slaat sluit sleutel opend vriend vrienden vrij " +
    "premier dixieme nuits suits fois soirees soie moeder moeten zonne zonnig zondags weekends morgenland janvie " +
    "kermis kermissen nachten nachtje kerstin marianne augustin augustine noelle noella tnayn nharha nharhom nawal nawale sakran skran sakrana cher chere door someone lyemn anne jam3 mrid mrida mrad dar ldar eddar fdar sebbat sebat sbat sbbat sebbate jam3iya jam3iyat jm3iya jm3iyat jme3 jm3o jma3a jama3a gama3a jami3 ljami3 jame3 ljame3 taman tamane toilet " +
    "toilette niklaas abonnini abonini site liste khamsa khams khamis sabah salam sebta setta tlata " +
    "باكرا مبكرا بكري المساجات مساجات المساج السلام السلامه المكان الاولاد اليمن الجميع الجامعه جامعه الخمس خميسي الصبر الصبي العربيه عربيه السبب ثلاثه ثلاثون اربعه اربعين"
  ).split(" "),
);
