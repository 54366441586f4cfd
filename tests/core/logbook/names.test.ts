import { describe, expect, test } from "vitest";
import { namesIn } from "../../../src/core/logbook/names.ts";

describe("a name is asked back about", () => {
  test.each([
    ["Vandaag speelde Yusuf lang met water.", ["Yusuf"]],
    ["fatima bleef tot het einde", ["fatima"]],
    ["De mama van Leonore lachte.", ["Leonore"]],
    ["Het kindje heet boris.", ["boris"]],
    ["K. beet een ander kind.", ["K."]],
    ["Mevrouw Peeters kwam terug.", ["Peeters"]],
    ["Lina's eerste stappen.", ["Lina"]],
    ["Une maman et sa fille Inès ont ri.", ["Inès"]],
    ["Aujourd’hui, Mme Dubois est restée longtemps.", ["Dubois"]],
    ["L’enfant s’appelle corentin.", ["corentin"]],
    ["لعبت فاطمة بالماء.", ["فاطمة"]],
    ["جاء طفل اسمه نزار.", ["نزار"]],
    ["لعب أحمد وخديجة معًا.", ["أحمد", "وخديجة"]],
  ])("%s", (text, names) => expect(namesIn(text)).toEqual(names));
});

describe("what is nobody's name is left alone", () => {
  test.each([
    "Rustige dag. Veel baby’s, en een oma die voor het eerst kwam.",
    "Op woensdag spraken twee ouders Arabisch en Frans.",
    "Sinterklaas kwam langs. In Molenbeek was het markt.",
    "Een kind kroop onder de tafel: Dat mocht.",
    "Beaucoup de monde. Un papa a parlé du passage à l’école.",
    "Une maman parlait arabe, l’autre néerlandais. À Noël nous fermons.",
    "يوم هادئ. تحدثت أم عن النوم.",
    "",
  ])("%s", (text) => expect(namesIn(text)).toEqual([]));

  test("nor the words of the place", () => {
    expect(namesIn("Feest in De Zandbak met de buren.", ["De Zandbak"])).toEqual([]);
    expect(namesIn("Feest in De Zandbak met de buren.")).toEqual(["Zandbak"]);
  });
});
