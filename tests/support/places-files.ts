export const organisation =
  "organisation: { name: De Speelboom vzw, address: a, email: info@speelboom.example, privacyContact: a, complaintsContact: b }";

/** One place that says everything of itself. */
export const everyFact = `
${organisation}
places:
  - slug: de-zandbak
    name: { nl: De Zandbak, fr: Le Bac à sable, ar: صندوق الرمل }
    address: Voorbeeldstraat 12, 1080 Sint-Jans-Molenbeek
    hours: "Mo-Su 09:00-12:00"
    schoolCalendar: none
    ages: { nl: van 0 tot 4 jaar, fr: de 0 à 4 ans, ar: من 0 إلى 4 سنوات }
    whoMayCome: { nl: ook broers en zussen, fr: les frères et sœurs aussi, ar: الإخوة والأخوات أيضًا }
    price: free
    whatToBring: { nl: reservekleren, fr: des vêtements de rechange, ar: ملابس إضافية }
    snacks: { nl: er is water en fruit, fr: il y a de l’eau et des fruits, ar: يوجد ماء وفواكه }
    prams: { nl: in de gang, fr: dans le couloir, ar: في الممر }
    changingTable: true
    languages: [nl, fr, ary]
    houseRules: { nl: fietsjes blijven achter de lijn, fr: les vélos restent derrière la ligne, ar: تبقى الدراجات خلف الخط }
    whenFull: { nl: even wachten in de tuin, fr: on attend un peu au jardin, ar: ننتظر قليلًا في الحديقة }
    phone: "+32 2 555 01 01"
    email: zandbak@speelboom.example
    website: https://www.speelboom.example
`;
