const phrases = (lines: string) =>
  new RegExp(
    ` (?:${lines
      .trim()
      .split(/\s*\n\s*/)
      .join("|")})`,
    "u",
  );

/** Death and danger as figures of speech. Around them the words of danger count for nothing. */
export const figurative = phrases(`
  sterf van
  sterven van de
  dood van de honger
  doodop
  doodmoe
  dood van
  lach me dood
  lachen me
  schiet in de lach
  meurs de (?:faim|fatigue|rire|soif|sommeil|chaud|froid|envie|honte)
  meurt de (?:faim|fatigue|rire|soif|chaud|envie)
  morte? de (?:rire|fatigue|faim|peur|honte)
  mourir de rire
  creve de
  ca me tue
  tue moi
  me tue
  a tuer
  tuer le temps
  vergif voor
  poison pour
  kapot van
  dying to
  to die for
  killing me
  kill time
  نموت عليكم
  نموت عليه
  ميت بالضحك
  متت بالضحك
  ميته بالضحك
  ميته بالجوع
  ميت بالجوع
  كنموت عليكم
  اموت من
  متت من
  mt bdo7k
  mayta bjou3
  mayta b
  kanmout 3likom
  a en mourir
  حد الموت
  slaan ons
  hoofd ontploft
  blauwe plek
  blauwe deur
  blauwe jas
`);

/** Questions in which the words of danger are about a thing or a service. */
export const harmless = phrases(`
  cursus ehbo
  cours de secourisme
  oorgaatjes
`);

/** Ways to say that one does not want to live, with whatever stands in between. */
export const outcry = new RegExp(
  [
    "(?:ما ?بقيت\\p{L}*|ما ?بغيت\\p{L}*|ما ?باغي?\\p{L}*|ما ?بدي|لا اريد|لا ارغب|ما نحب\\p{L}*|ما ?عدت|ما ?عاد)(?: \\p{L}+){0,2} (?:نعيش|اعيش|عيش|العيش|الحياه)",
    "(?:m[ae] ?b9it\\w*|ma ?bghi?t\\w*|ma ?bagh\\w*|ma n7eb\\w*|mab9a\\w*)(?: \\w+){0,2} n3?e?3i?ch",
    "(?:wil|wou|wilde|zou)(?: \\w+){0,4} (?:dood|sterven|verdwijnen)(?: |$)",
    "einde? (?:aan )?(?:maken|mijn leven)|eind aan maken",
    "niet (?:meer )?(?:verder )?leven ",
    "(?:zin|geen zin)(?: \\w+){0,3} (?:in het leven|om te leven|om verder te leven)",
    "(?:mezelf|mijzelf|mij zelf|myself|me) (?:pijn|iets aan|van kant|ophangen|snijden|kill|verhangen)",
    "(?:baby|kind|kindje|zoon|dochter|hem|haar) iets (?:aandoe|aan doe|aan ga doen|ga aandoen)",
    "(?:veux|voudrais|vais|envie de|preferer\\w*|prefere) (?:de )?(?:mourir|crever|disparaitre|me tuer|en finir)",
    "(?:plus|pas) (?:envie )?(?:de |d )?(?:vivre|detre la|etre la|etre en vie|continuer a vivre)",
    "me (?:suicider|pendre|tailler|jeter (?:par|sous|du|d)|foutre en l air|buter|faire du mal)",
    "peur de (?:lui |leur )?faire du mal|peur de (?:secouer|frapper|tuer|blesser)",
    "(?:mieux|bien) sans moi|beter (?:af )?zonder mij|better off without me",
    "(?:بغيت|باغي\\p{L}*|اريد ان|نحب|حاب\\p{L}*|بدي|ودي|اتمني ان|كنتمني) (?:ن|ا)?موت",
    "(?:bghi?t|baghi|bagha|n7eb|7ab\\w*|bed+i|kantmenna) ?n?mou?t",
    "(?:نقتل|ساقتل|اقتل|اؤذي|اوذي|ناذي|نضر|نشنق|نلوح|نرمي) (?:راسي|نفسي|روحي)",
    "(?:n9tel|ne9tel|n9etel|nqtel|nlou7|nermi|nchne9) (?:ras+i|rou7i)",
    "(?:want|wish|wanna)(?: \\w+){0,3} (?:to die|dead|die|end it)",
  ].join("|"),
  "u",
);

/** Fear of hurting one's own child: somebody to listen comes before everything else. */
export const fearOfHurting = new RegExp(
  [
    "(?:baby|kind|kindje|zoon|zoontje|dochter|dochtertje|hem|haar)(?: \\w+){0,3} (?:iets )?(?:aandoe|aandoen|pijn doe|pijn doen)",
    "peur de (?:lui |leur )?faire du mal|peur de (?:le |la |les |mon \\w+ |ma \\w+ )?(?:secouer|frapper|blesser)",
    "(?:خفت|خايف\\p{L}*|اخاف|كنخاف)(?: \\p{L}+){0,2} (?:ن?ضرب|اضرب|ناذي|اوذي|نضر|ندير شي حاجه)(?: \\p{L}+)? ?(?:ول|ابن|بنت|طفل|الدر|دري|بيبي)",
    "(?:kheft|khft|khayf\\w*|kankhaf)(?: \\w+){0,2} (?:ndre?b|nde?rb|nedreb|n2di|nadi)",
  ].join("|"),
  "u",
);

/** Assault, whoever tells of it and of whom. */
export const assault =
  /(?:word|wordt|worden|ben) (?:\w+ )?geslagen|verkracht|misbruikt|aangerand|mishandel|viol(?:e|ee|er|es) |violence|(?:m a|ma|se fait|me suis fait|m ont) (?:agress|viol|tabass|battu|frappe|gifle|etrangl)|attouchement|اغتص|تحرش|عنف زوجي|يعنف|كيعنف|ightisab|ghtasb|raped|huiselijk geweld/u;

/** Falls from a height, and fire. */
export const fallen =
  / er is brand|(?:y a|il y a) le feu|العافيه شعل|3afya ch3el|uit (?:het|een|t) raam|(?:van|over) (?:het|een|t) balkon|tomb\w* (?:de la fenetre|par la fenetre|du balcon|du \w+ etage)|من (?:الشرجم|النافذه|الشباك|البالكون|الشرفه|السطح|الطابق)|(?:mn|men) ?(?:l|ch)?(?:chrjem|chorjem|rjem|balkon|lbalkon|lbalcon|ster7|str7)|out of the window|off the balcony/u;
