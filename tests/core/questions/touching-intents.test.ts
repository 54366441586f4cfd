import { describe, expect, test } from "vitest";
import { loadCalendars } from "../../../src/calendars.ts";
import type { Intent } from "../../../src/core/questions/intent.ts";
import { understand } from "../../../src/core/questions/understand.ts";

const circumstances = {
  now: Temporal.ZonedDateTime.from("2026-11-25T10:00[Europe/Brussels]"),
  calendars: loadCalendars(),
  places: [],
};

/** Meanings that touch, with the words of one in a question about the other: in each language, and in Darija in both scripts. */
const pairs: Readonly<Record<string, readonly (readonly [Intent, readonly string[]])[]>> = {
  "what one brings along, and who may come": [
    [
      "first_visit",
      [
        "ik heb een tweeling, is er plaats voor de dubbele buggy?",
        "je viens avec des jumeaux et la poussette double, ça rentre ?",
        "عندي توأم وعربة كبيرة، هل تدخل؟",
        "3ndi touam o poussette kbira, wach tedkhol?",
      ],
    ],
    [
      "who",
      [
        "tot welke leeftijd mogen kinderen komen?",
        "jusqu'à quel âge on peut venir ?",
        "حتى أي عمر يمكن للأطفال المجيء؟",
        "حتى لشحال ديال العمر كيقدرو يجيو الدراري",
        "7ta l ch7al d l3mer y9der yji weldi?",
      ],
    ],
  ],
  "having to give a name, and what is stored": [
    [
      "registration",
      [
        "moet ik mijn naam geven aan de deur?",
        "je dois donner mon nom à l'entrée ?",
        "هل يجب أن أعطي اسمي عند الباب؟",
        "wach khassni n3ti smiti?",
      ],
    ],
    [
      "privacy",
      [
        "wat bewaren jullie over mij?",
        "vous gardez quoi comme infos sur moi ?",
        "ما المعلومات التي تحتفظون بها عني؟",
        "شنو كتسجلو عليا",
        "chno katsjjlo 3liya?",
      ],
    ],
  ],
  "thanks for a visit, and thanks": [
    [
      "feedback",
      [
        "bedankt voor gisteren, het deed zo'n deugd",
        "merci pour hier, ça nous a fait du bien",
        "شكرا على أمس، ارتحنا كثيرا عندكم",
        "chokran 3la lbare7, drari fer7o bezaf",
      ],
    ],
    ["greeting", ["dank je wel", "merci beaucoup", "شكرا جزيلا", "chokran bzaf"]],
  ],
  "a child that hits, and an adult that hits": [
    [
      "worry",
      [
        "mijn dochter slaat andere kindjes",
        "mon fils tape tout le monde à la crèche",
        "ابني يضرب أخته الصغيرة دائما",
        "ولدي كيضرب ختو",
        "weldi kaydreb khtou",
      ],
    ],
    [
      "emergency",
      [
        "mijn vriend slaat mij als hij gedronken heeft",
        "mon mari me tape",
        "زوجي يضربني كل ليلة",
        "راجلي كيضربني",
        "rajli kaydrebni",
      ],
    ],
  ],
  "a price, and a day that mentions one": [
    ["cost", ["is dat gratis?", "c'est gratuit ?", "هل هو مجاني؟", "واش فابور", "wach fabor?"]],
    [
      "hours",
      [
        "is het zaterdag open en ook gratis?",
        "le samedi gratuit c'est ouvert aussi ?",
        "هل أنتم مفتوحون يوم السبت مجانا؟",
        "wach nhar sebt 7alin o fabor?",
      ],
    ],
  ],
  "when it is open, and when it is open next": [
    [
      "hours",
      ["wanneer zijn jullie open?", "vous êtes ouverts quand ?", "متى تفتحون؟", "فوقاش كتحلو", "fo9ach kat7ello?"],
    ],
    [
      "next_open",
      [
        "wanneer zijn jullie terug open?",
        "vous rouvrez quand ?",
        "متى تفتحون مرة أخرى؟",
        "فوقاش غادي تعاودو تحلو",
        "fo9ach ghat3awdo t7ello?",
      ],
    ],
  ],
  "that it was closed, and whether it is": [
    [
      "feedback",
      [
        "we stonden gisteren voor een dichte deur, heel jammer",
        "hier on a trouvé porte close, dommage",
        "جئنا أمس ووجدنا الباب مغلقا، للأسف",
      ],
    ],
    [
      "hours",
      [
        "gisteren was het toe, vandaag wel open?",
        "hier c'était fermé, et aujourd'hui c'est ouvert ?",
        "أمس كان مغلقا، هل هو مفتوح اليوم؟",
        "lbare7 kan msdoud, lyoum 7alin?",
      ],
    ],
  ],
  "despair about a child, and not wanting to live": [
    ["worry", ["ik ben op, ze slaapt nooit", "je suis épuisée, il pleure tout le temps", "تعبت كثيرا، لا تنام أبدا"]],
    [
      "emergency",
      [
        "ik wil niet meer leven",
        "j'ai plus envie de vivre",
        "لا أريد أن أعيش",
        "ما بقيتش بغيت نعيش",
        "ma b9itch bghit n3ich",
      ],
    ],
  ],
  "violence next door": [
    [
      "emergency",
      [
        "ik hoor hoe de buurman zijn vrouw slaat",
        "j'entends le voisin frapper sa femme",
        "أسمع الجار يضرب زوجته",
        "jarna kaydreb mratou",
      ],
    ],
  ],
  "which languages the team speaks, and which the bot should": [
    ["about", ["spreekt het team Arabisch?", "l'équipe parle arabe ?", "هل يتكلم الفريق العربية؟"]],
    ["language", ["in het Arabisch aub", "en arabe svp", "بالفرنسية من فضلكم", "b l3arbiya 3afak"]],
  ],
};

describe.each(Object.entries(pairs))("%s", (_, meanings) => {
  test.each(meanings.flatMap(([intent, texts]) => texts.map((text) => [intent, text] as const)))(
    "%s: %s",
    (intent, text) => {
      expect(understand(text, circumstances).intent).toBe(intent);
    },
  );
});
