import type { Lexicon } from "./concept.ts";

/** Dutch as it is typed in Flanders and Brussels, learners' spellings included. */
export const dutch: Lexicon = {
  OPEN: "open ope opn oopen geopend opendoen openen opengaan opengaat gaan_jullie_open gaat_het_open doet_open doen_jullie_open opent oepe loskes",
  CLOSED: "dicht toe gesloten sluit sluiten sluitn gesloote sluitingsdag sluitingsdagen dichtdoen",
  HOURS:
    "openingsuren openingsuur openinguren uren openingstijden openingsdagen uurrooster sluitingsuur sluitingstijd uurregeling hoe_laat hoelaat hoelang welke_dagen welk_uur welke_uren wanneer_open",
  DAY: "vandaag vndg vandaak vanda morgen mrgn merge mergen overmorgen gisteren maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo woe do vr vrij za zat zo weekend week volgende_week vm nm vnm voormiddag namiddag middag avond ochtend vanavond vanmiddag straks januari februari maart april mei juni juli augustus september oktober november december dec nov jan kerst* kerstmis nieuwjaar sinterklaas pasen paasvakantie krokus* herfst* vakantie vakanties feestdag feestdagen verlof schoolvakantie dezeweek",
  NOW: "nu direct momenteel seffens sebiet subiet",
  WHEN: "wanneer wannneer waneer wnr wanner",
  AGAIN:
    "terug opnieuw weer nog_eens nogeens volgende_keer eerstvolgende heropen* heropent terugkomen terugkeren volgend_keer nekeer",
  COME: "komen kom langskomen langsgaan binnenspringen langs aankomen binnenkomen afkomen afkome kome binnenlopen",
  WHERE: "welk_huisnummer plek_dicht ook_een_in waarist ver_van verloren_gelopen waar waarzo waaro",
  ADDRESS:
    "adres adress straat gelegen ligt liggen ligging bevindt bevinden gemeente gebouw ingang plein dichtst* dichtbij kortste_bij",
  ROUTE:
    "tram bus metro trein halte parkeren parking parkeer fiets fietsen weg route bereik* geraak geraken raak rijden station auto wandelen te_voet stappen vervoer kaart googlemaps maps",
  WHAT: "wat wa wattis watis",
  PROGRAMME:
    "thema druk_meestal veel_volk de_sint sinterklaas_bij programma activiteit* gedaan knutsel* workshop* speelgoed spelen gespeeld liedjes voorlezen begeleid* themas doen_jullie gebeurt doet_ge doede speelpunt speeltuin binnenspeel*",
  PLACE:
    "van_wie ontmoetingsplaats ontmoeting* spelotheek inloop inloophuis plek consultatie* huis_van_het_kind opvang creche kinderopvang speelgroep",
  BRING:
    "meebrengen meenemen meebring* meeneem* meepakken mee bijhebben voorzien slofjes pantoffels pampers luiers reservekleren kleren pamper kousen verschonen verversen luiertafel",
  FIRST: "eerste_keer eerste_maal eerste_bezoek eerstekeer nieuw nog_nooit",
  STAY: "blijven blijf achterlaten afzetten afgeven alleen_laten weggaan winkel bijblijven",
  SIBLING:
    "tweeling tweelingen broer broertje broers zus zusje grote_broer grote_zus oudste broer_of_zus kleuter drieling",
  PRAM: "buggy kinderwagen koets wandelwagen rolstoel lift maxicosi trap",
  FOOD: "verschoontafel eten koek koekje koekjes fruit drinken koffie fles flesje borstvoeding opwarmen tussendoortje boterham* microgolf papje thee snack* lunch vieruurtje melk",
  MAY: "mag kan kunnen mogen kunt magk kank kunde mogt",
  MUST: "moet moeten moek moetk verplicht verplichting nodig moete hoef hoeft",
  AGE: "leeftijd leeftijds* oud jaar maanden maand jarig jarige oudoe leeftij jaren te_oud te_jong te_klein te_groot",
  WHO_COMES:
    "alleen_voor van_de_gemeente oma opa grootouder* grootmoeder grootvader papa* vader* mama moeder tante nonkel onthaalouder* onthaalmoeder* nanny babysit* peter meter pleeg* bomma bompa bonma moemoe vava mannen iedereen wie schoonmoeder oppas meme pepe au_pair gastouder* buurvrouw alleenstaande",
  PREGNANT: "zwanger* verwacht* zwangerschap hoogzwanger aanstaande",
  PRICE:
    "inkomgeld korting kost kosten prijs hoeveel_is betalen betaal betale betaald tarief euro bijdrage cash bancontact geld betalend duur goedkoop kosta inkom lidgeld payconiq",
  FREE: "gratis kosteloos voor_niks voor_niets",
  REGISTER:
    "inschrij* aanmeld* inschrev* ingeschreven reserver* boek* opgeven wachtlijst op_voorhand vooraf voorhand verwittigen lid_worden registreren boeken aangemeld",
  APPOINTMENT: "afspraak afsprk afspraken rendez",
  NAME: "naam achternaam familienaam identiteitskaart id rijksregister* legitimeren namen gegevens_geven zeggen_wie",
  REGULARLY:
    "wanneer_ik_wil elke_week iedere_week wekelijks elke_keer vast vrijblijvend af_en_toe verbind* altijd_komen regelmatig zonder_verplichting",
  ANONYMOUS: "anoniem anonniem anoniemiteit privacy gdpr vertrouwelijk geheim discreet privaat beroepsgeheim",
  READ: "leest_er leest lees meeleest lezen meelezen ziet zien gelezen gezien meegelezen",
  DATA: "gegevens data info_over_mij persoonsgegevens berichten_wissen gesprek chat weten_over_mij telegram",
  DELETE: "wis wissen verwijder* delete vergeet uitwissen gewist weggooien schrap",
  KEEP: "opgenomen slaan_jullie_iets_op bewaar* bewaart opgeslagen opslaan bijgehouden bijhouden doorgegeven doorgeven geregistreerd hou_je_bij delen gedeeld onthoud*",
  OPINION:
    "mening feedback melden klacht klagen suggestie evaluatie kwijt opmerking review beoordel* klachten tevreden",
  VISIT:
    "bezoek* geweest vorige_keer gisteren vanmorgen waren ontvangst onthaal vonden vond geamuseerd deugd was daarnet zonet gespeeld",
  PRAISE:
    "leuk super fijn tof zalig geweldig genoten fantastisch plezant mooi goed lief vriendelijk warm heerlijk gezellig deugd wijs",
  COMPLAINT:
    "klacht_indienen ruzie vuil proper onvriendelijk teleurgesteld ontevreden spijtig jammer lawaai druk slecht kapot koud stond_voor ongemakkelijk niet_welkom raar genegeerd voor_niks_gekomen dichte_deur gesloten_deur jammer_dat",
  THANKS: "bedankt dank dankuwel dankjewel dankje merci mercikes thx danku bedankje",
  NOTIFY:
    "abonneren meldingen_ontvangen verwittig* hoogte laat_iets_weten laat_weten melding_krijgen waarschuw* berichtje sms seintje stuur_mij abonneer* laat_me_weten laat_mij_weten op_de_hoogte verwittigd volgen nieuwsbrief houd_mij hou_mij hou_me updates informeer",
  CHANGE: "wijzig* verander* onverwacht uitzonderlijk sluiting anders gewijzigd",
  MESSAGE: "bericht berichten berichtjes berichtje meldingen melding notificaties sms mails mail meldinge updates",
  STOP: "stoppen_met_sturen stop stopt stoppen uitschrijv* uitschrijf* geen_berichten niet_meer_sturen afmelden geen_meldingen ophouden afzetten zet_uit uitzetten niets_meer niks_meer genoeg_berichten",
  LANGUAGE_NAME:
    "nederlands frans arabisch engels turks vlaams spaans pools marokkaans taal andere_taal berbers tamazight roemeens portugees arabies nederlans talen",
  SPEAK: "spreken spreek praten praat klappen babbelen antwoord versta begrijp verstaan vertaal schrijf uitleggen",
  PERSON:
    "een_mens iemand mens echt_mens echte medewerker verantwoordelijke persoon coordinator begeleidster collega iemand_van",
  PHONE:
    "email telefoonnummer bel_mij telefoon* gsm* nummer nr bel bellen telefonisch bereiken opbellen mailadres contact contacteren terugbellen bereikbaar tel telfoon contactpersoon telefoonnr",
  ROBOT: "een_bot robot bot computer automatisch machine",
  TEAM: "team personeel begeleiders vrijwilligers",
  SLEEP: "slaapt slapen doorslapen slaap dutje wakker inslapen nachten nacht s_nachts slaapprobleem",
  CRY: "weent wenen huilt huilen krijst bleit bleiten schreeuwt wenend blijven_huilen",
  HURT: "vechten bijt bijten slaat slaan duwt duwen klopt krabt stampt schopt trekt_haar agressief slagen sloeg geslagen mept klap klappen klopte slaagt slaa slaa_mij",
  EAT: "eet eten moeilijke_eter weigert kieskeurig groenten patatten lust eetproblemen spuwt flesweigeraar borst",
  TANTRUM:
    "driftbui* koppig luistert luisteren bang verlegen jaloers hangt eenkennig peuterpuberteit boos kwaad scheidingsangst wegloopt nee moeilijk_gedrag gilt roept zelfstandig gehoorzaam* verwend opvoeding opvoeden straf straffen gooit tutje speen tut duimt",
  DEVELOPMENT:
    "praat_nog_niet spreekt_niet stapt achter achterstand autisme adhd ontwikkeling kruipt stappen babbelt woordjes stotter* tanden tandjes taalachterstand",
  POTTY: "potje zindelijk* pipi kaka bedplassen droog pampers_uit",
  ADVICE:
    "schermtijd stottert borstvoeding_doet wat_moet_ik_doen advies raad tips tip hoe_pak_ik help_mij hoe_kan_ik normaal erg zorgen ongerust weet_niet_meer_wat is_da_normaal is_dat_normaal hoe_krijg_ik wat_doe_ik bezorgd hoe_leer_ik",
  DESPAIR:
    "kan_niet_meer doodop uitgeput moe ten_einde_raad wanhopig alleen eenzaam slechte_moeder slechte_mama overspannen geen_energie burnout kapot op_ben depressie zie_het_niet_meer_zitten zot_van ik_word_gek trek_het_niet faal roep_tegen",
  CHILD:
    "kind kindje kinderen kids kleine zoon zoontje dochter dochtertje baby babytje peuter ventje meisje dreumes klein hij ze zij zoontje jongste kindjes pagadder kadee boeleke",
  GREETING:
    "ok oke okay alles_goed weekend_nog fijne_dag graag_gedaan top hallo hoi hey dag goeiemorgen goedemorgen goeiedag goedemiddag goeienavond goedenavond tot_ziens daag salukes slaapwel saluut hallokes tot_straks yo doei ciao heey beste groetjes mvg",
  ELSEWHERE:
    "regenen sneeuwen vuilkar vuilnis trein komt_de_trein huisdokter aldi bakker apotheek asdf qsdf klik klik_hier win_nu politiek kindergeld vrijwilliger speelt_belgie hoe_laat_is_het test asdfghjkl anderlecht_of club zoek_een_creche koning gewonnen weer_morgen regenen regent weerbericht voetbal match gewonnen recept pizza bitcoin crypto geld_verdienen job vacature werk_zoeken moppen mop hoofdstad president kapper dokter huisarts treinticket belasting* auto_kopen lening goedkope vertel verkoop te_koop bakken pannenkoeken",
  NOT: "niet nie geen ni nooit nimeer zonder niks nergens",
  BREATHE: "ademt ademen adem ademhal* ademd ademe lucht ademt_niet aademt stikt",
  SWALLOW:
    "gedronken ingeslikt geslikt gepakt opgegeten binnen drinkt dronk slikte doorgeslikt opgedronken gegeten ingenomen ingeslikte slikt slik ingeslokt genomen binnengekregen gesnoept",
  TOXIC:
    "slaappil* pil pillen pilletjes medicijn* medicament* bleekwater javel batterij* knoopbatterij vaatwastablet* wasmiddel afwasmiddel afwasproduct ontstopper schoonmaakmiddel allesreiniger wc_eend product terpentijn white_spirit paddenstoel* besjes bessen magneet magneten magneetjes dafalgan paracetamol perdolan antidepressiva xanax waspod waspods wascapsule* nicotine sigaret* sigaretten alcohol wodka gif giftig* muntstuk rattengif rattenvergif ontkalker azijn methadon drugs knikker naald detergent chloor nagellakremover vergif vergiftigd antivries lampolie naftaline lenzenvloeistof cannabis coke speed xtc verf vloeistof",
  BLUE: "lippen_zijn blauw blauwe paars lijkbleek grauw",
  UNCONSCIOUS:
    "bewusteloos bewusteloss reageert_niet flauwgevallen reageert_nie buiten_bewustzijn niet_wakker slap niet_meer_wakker beweegt_niet roerloos buiten_westen bewustzijn reageerd_niet knock_out niet_aanspreekbaar reageert",
  CONVULSION: "stuipen stuiptrek* stuip koortsstuip* convulsie* epilep* schokt spasmen trekkingen schudt_helemaal",
  BLOOD: "bloedt bloed bloeding bloedverlies bloeden",
  BURN: "warm_water_over thee_over koffie_over verbrand brandwond* kokend heet_water brand rook vuur verbrandt frituurolie gaslek ontploft",
  FALL: "gevallen viel valt raam trap balkon verdieping hoogte",
  CHOKE: "verslikt stikt verstikk* stikken keel zit_vast vast_in_keel verslik* gestikt",
  DROWN: "verdronken bad zwembad onder_water vijver verdrinkt verdrinken",
  ADULT:
    "man vriend vrouw partner ex vader papa stiefvader echtgenoot moeder buurman oom nonkel schoonvader schoonmoeder lief ventje schoonbroer mijn_broer opa oppas juf begeleider",
  THREAT:
    "bedreigt gedreigd steken dreigt bedreigd bedreigen opgesloten opsluit achtervolgt stalkt stalker afgepakt durf_niet_naar_huis bang_van bang_voor wurgt wurgen gewurgd vermoord* doodt kapot_maken afmaken doodmaken iets_aandoen doodslaan vermoorden hij_gaat_mij keel_dicht gijzel*",
  BEAT_UP:
    "mishandel* mishandelt verkracht* geweld huiselijk gewelddadig bont_en_blauw afgerost gemept misbruik* aangerand aanrand* blauwe_plekken handtastelijk",
  WEAPON: "mes geweer pistool wapen hamer",
  DEATH_WISH:
    "wil_dood dood_wil niet_meer_leven wil_sterven doodgaan uit_het_leven_stappen niet_meer_verder_leven zelfmoord zelfdoding zelfmoordgedachten mezelf_iets_aandoen van_kant leven_beu er_niet_meer_zijn er_een_einde_aan einde_aan_maken eruit_stappen doodwil mezelf_pijn springen_van leven_heeft_geen_zin wilde_dat_ik_dood liever_dood beter_zonder_mij mijzelf_iets beter_af_zonder_mij wil_verdwijnen dood_zijn zelf_doden mezelf_doden overdosis polsen niet_meer_wakker_worden geen_zin_meer_om_te_leven mijn_leven_beeindigen einde_aan_mijn_leven iets_aandoen_mijzelf",
  HELP: "help hulp snel dringend vlug nood spoed noodgeval",
  ME: "mij me ons mijn mezelf",
  NEIGHBOUR: "geburen buren buurman buurvrouw hiernaast boven_ons onderbuur bovenbuur",
  AMBULANCE: "ambulance ziekenwagen 112 politie 101 ziekenhuis antigifcentrum spoeddienst",
  DEAD: "dood sterft sterven levenloos dood_gaat leeft_niet",
  WAKE: "wakker_krijgen wakker_te_krijgen wakker_maken niet_wakker krijg_hem_niet_wakker krijg_haar_niet_wakker",
};
