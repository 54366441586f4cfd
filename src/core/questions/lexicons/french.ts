import type { Lexicon } from "./concept.ts";

/** French as it is typed in Brussels, in full and as text messages. */
export const french: Lexicon = {
  OPEN: "ouvert ouverte ouverts ouvertes ouvrez ouvre ouvrent ouverture ouvrir ouver ouvers ouvrer ouvrirez ouvr",
  CLOSED: "ferme fermes fermee fermez ferment fermer fermeture fermé fermerez",
  HOURS:
    "horaire horaires orer heures_d_ouverture heure_d_ouverture quelle_heure quel_heure quels_jours quel_jour kel_jour quelles_heures jours_d_ouverture a_kel_heure kelle_heure jusqua_quelle jusqu_a_quelle plages_horaires oraire oraires jours_et_heures",
  DAY: "aujourd aujourdhui auj ajd ojd ojdui demain dmn apres_demain hier lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim weekend week_end we semaine matin aprem apres_midi soir tantot midi matinee cet_aprem janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre dec noel nouvel_an paques st_nicolas saint_nicolas toussaint vacances conge conges ferie feries carnaval pont",
  NOW: "maintenant mtn la_maintenant mnt en_ce_moment actuellement tout_de_suite",
  WHEN: "quand kan qd kand",
  AGAIN:
    "prochaine_seance prochaine_date prochaine_fois prochaine_ouverture prochain_jour rouvre rouvrez rouvrir reouvre* revenir re_ouvrez de_nouveau nouveau_ouvert repasser reviens reouverture reprend reprenez reprise retourner",
  COME: "venir viens passer vient viendrai venez arriver entrer",
  WHERE: "y_en_a_un ou c_ou trouve trouvez situe situes quel_endroit ou_ca ou_est situez",
  ADDRESS:
    "adresse adrese rue situe situee localisation commune batiment entree pres plus_proche plus_pres endroit quartier proche coin",
  ROUTE:
    "tram bus metro train arret garer parking stationnement chemin route itineraire transports y_aller gare voiture pied comment_venir comment_arriver acces maps plan velo",
  WHAT: "quoi koi c_est_quoi qu_est_ce kestce keske principe concept",
  PROGRAMME:
    "y_a_des_jouets peinture combien_d_enfants programme activite* jouets jeux jeu ateliers atelier animation* animations bricolage chansons lecture on_y_fait vous_faites se_passe deroule proposez comptines bricolages animatrice",
  PLACE: "maison_verte lieu rencontre lrep creche halte garderie ludotheque votre_lieu plaine espace",
  BRING:
    "apporter amener prendre emporter chaussons pantoufles couches langes change rechange vetements tablier prevoir chaussettes ramener langer",
  FIRST: "premiere_fois 1ere_fois premiere_visite 1re_fois jamais_venu jamais_venue nouvelle premier_jour premiere",
  STAY: "rester reste laisser deposer confier partir m_absenter courses seul_avec absenter",
  SIBLING:
    "des_jumeaux jumeaux jumelles frere freres soeur soeurs fratrie aine ainee grand_frere grande_soeur triples triplés grand",
  PRAM: "poussette poussettes landau chaise_roulante fauteuil ascenseur maxicosi escaliers pmr escalier",
  FOOD: "manger gouter biscuit biscuits fruit fruits boire cafe biberon allaiter allaitement chauffer collation repas micro_ondes pique_nique lait the dejeuner compote panier",
  MAY: "peut peux pouvons puis peuvent pouvez possible autorise accepte acceptez accepter permis droit bienvenus",
  MUST: "faut doit dois devons obligatoire obligee oblige obligation obligé besoin necessaire fo",
  AGE: "age ages ans an mois trop_grand trop_petit trop_jeune limite anniversaire trop_vieux tranche",
  WHO_COMES:
    "famille_d_accueil papy mamy mamie papi grand_mere grand_pere grands_parents papa papas pere peres maman mere nounou accueillante gardienne tante tonton oncle parrain marraine babysitter famille belle_mere tout_le_monde qui_peut hommes meme mamies nounous baby_sitter bonne_maman bon_papa au_pair accueillantes beau_pere voisine celibataire",
  PREGNANT: "enceinte grossesse enceintes futurs futur future",
  PRICE:
    "c_est_combien prix coute combien payant payer tarif tarifs euros euro paye participation cout argent cher payante abonnement kombien coutent cotisation bancontact liquide frais",
  FREE: "gratuit gratuite gratos gratuitement gratis",
  REGISTER:
    "sans_prevenir venir_comme_ca si_je_viens_pas inscri* inscription inscrire m_inscrire s_inscrire reserv* reserver reservation prevenir_avant s_annoncer avance a_l_avance liste_d_attente insription enregistrer annoncer inscire avertir_avant",
  APPOINTMENT: "rdv rendez_vous rendezvous rendez",
  NAME: "nom prenom identite carte_d_identite papiers donner_mon_nom se_presenter registre_national noms",
  REGULARLY:
    "chaque_semaine toutes_les_semaines regulierement engagement s_engager de_temps_en_temps a_chaque_fois tous_les_jours_venir engage quand_on_veut",
  ANONYMOUS: "anonyme anonymat confidentiel* vie_privee rgpd prive secret discret secret_professionnel",
  READ: "savez_qui voyez lit lis lisez voit lire lu voient",
  DATA: "donnees infos_sur_moi conversation discussion chat informations_personnelles sur_moi mes_messages telegram",
  DELETE: "effac* supprim* efface effacez oublier effacer retirer",
  KEEP: "garde gardez conserv* enregistr* stock* transm* partag* collect* retenez",
  OPINION: "avis plainte feedback remarque suggestion critique plaindre temoignage signaler commentaire retour",
  VISIT: "visite accueil hier on_a etait venus passe_un moment adore aime ete derniere_fois matinee aimé passage venue",
  PRAISE:
    "bravo bon_travail super genial adore chouette bien agreable sympa merveilleux parfait magnifique top beau excellent formidable chaleureux gentille gentilles contente ravie contents enchantes plu",
  COMPLAINT:
    "decu decue decus sale pas_content pas_contente mecontent bruyant froid nul mal_accueilli desagreable porte_close porte_fermee pas_propre regard trop_de_monde dommage deplorable mal_a_l_aise jugee ignore impoli trouve_porte",
  THANKS: "merci remerci* mercii mrc thanks",
  NOTIFY:
    "prevenez prevenir avertir tenez_moi avertissez tiens_moi alerte alertes informez abonner m_abonner tenir_au_courant au_courant notification_quand recevoir_les recevoir_des rappel previens previent newsletter envoyez_moi signalez_moi dites_moi_si dites_le_moi",
  CHANGE: "change changement changent changements modifi* exceptionnel imprevu imprevus",
  MESSAGE: "message messages msg notif notifs notifications notification sms infos alertes mails msgs",
  STOP: "annuler_mon enlevez_moi plus_etre_prevenue stop arret* arretez desabonn* desinscri* plus_recevoir plus_de_messages ne_plus plus_envoyer desactiver cessez annuler_les plus_rien plus_de_notif couper stopper",
  LANGUAGE_NAME:
    "francais neerlandais arabe anglais flamand turc espagnol langue langues darija berbere polonais roumain portugais marocain italien",
  SPEAK: "parle parler parlez comprends comprend repondez ecrire traduire comprendre reponds ecrivez traduction",
  PERSON:
    "quelqu_un quelquun qqn qqun humain vraie_personne personne responsable conseiller vraie un_vrai coordinatrice directrice humaine",
  PHONE:
    "adresse_mail telephone tel numero num appeler gsm joindre contact contacter telefone coup_de_fil email rappeler phone joignable mail",
  ROBOT: "un_robot un_bot robot bot machine automatique repondeur ia chatbot",
  TEAM: "equipe accueillants personnel benevoles",
  SLEEP: "dort dormir sommeil nuit nuits reveille reveiller endort endormir sieste cauchemars dors reveils",
  CRY: "pleure pleurs pleurer hurle crie cris crises pleurniche hurler",
  HURT: "mord mordre tape frappe taper frapper pousse griffe agressif tire_les_cheveux violent bat battre donne_des_coups mordu cogne coups gifle frapee tabasse tapé frappé bats fou_tape",
  EAT: "mange manger refuse_de_manger legumes difficile_pour_manger biberon_refuse sein purée recrache appetit avaler_rien",
  TANTRUM:
    "colere coleres crise crises ecoute obeit peur timide jaloux jalouse capricieux caprices accroche separation opposition insupportable tetine sucette pouce colle education eduquer punir jalousie roule_par_terre terrible_two ecrans ecran television telephone_toute",
  DEVELOPMENT:
    "parle_pas parle_pas_encore marche_pas retard autisme autiste developpement tdah langage mots dents begaie marche parle_toujours_pas hyperactif",
  POTTY: "pot propre proprete pipi caca couche",
  ADVICE:
    "temps_d_ecran lui_apprendre que_faire quoi_faire conseil conseils astuce astuces comment_faire normal grave inquiete inquiet sais_plus_quoi aidez comment_gerer solution inquieter sais_pas_comment idee idees comment_reagir",
  DESPAIR:
    "n_en_peux_plus j_en_peux_plus en_peux_plus epuise epuisee creve crevee a_bout depassee depasse seule isolee mauvaise_mere craque bout_de_forces fatiguee fatigue burn_out deprime deprimee depression perdue plus_la_force baby_blues nerfs angoisse ras_le_bol peux_plus craquer culpabilise",
  CHILD:
    "enfant enfants fils fille bebe petit petite gamin gamine loulou puce bout il elle bb petits fiston cherie garcon nourrisson",
  GREETING:
    "ok d_accord de_rien bon_weekend bonjour bonsoir salut coucou bjr slt bsr au_revoir aurevoir bonne_journee bonne_soiree hello hey ca_va bonne_nuit a_bientot bonjr cc rebonjour cordialement bav bien_a_vous a_plus",
  ELSEWHERE:
    "azerty qsdf mdr lol test la_pharmacie poubelles recrutez cherche_du_travail cherche_une_creche iphone delhaize allocations temps_de_merde quelle_heure_est_il benevole politique meteo pluie pleuvoir match foot recette gaufres bitcoin gagnez cliquez president capitale emploi travail_a blague coiffeur medecin_de_garde pharmacie billet poeme crypto pleut appartement vendre loto film credit impots crepes tva rugby anderlecht qui_a_gagne",
  NOT: "pas plus ne jamais sans aucun rien ni",
  BREATHE: "respire respirer respiration souffle respir repire respirre respires",
  SWALLOW: "bu avale mange pris boit ingere avaler aval gobe mangé but avala croque leche avalee ingurgite absorbe",
  TOXIC:
    "javel eau_de_javel pilule pilules medicament* medoc medocs comprime comprimes pile piles pile_bouton produit lessive liquide_vaisselle deboucheur somniferes somnifere capsule_de_lessive champignon baies detartrant white_spirit doliprane dafalgan paracetamol aimant aimants antidepresseur* cigarette poison toxique mort_aux_rats alcool vodka dissolvant detergent pastille_lave tablette_de_lave drogue methadone ammoniaque shit cannabis pillule anxiolytiques vinaigre berlingot acetone xanax valium bille chlore antigel essence parfum nettoyant cachets cachet produit_menager soude gélules tue_mouche intoxication empoisonne",
  BLUE: "bleu bleue violet violette livide gris",
  UNCONSCIOUS:
    "inconscient inconsciente evanoui evanouie reagit_pas reagit_plus perdu_connaissance connaissance reponds_plus repond_plus bouge_plus tout_mou reagi_plus malaise inanime inanimee mou reagit molle ne_bouge",
  CONVULSION: "revulses yeux_revulses convuls* convulsions spasmes tremble_de_partout epilep* secousses convultion*",
  BLOOD: "saigne sang saignement hemorragie saigner",
  BURN: "cafe_chaud the_brulant brule brulee brulure ebouillante eau_bouillante huile_bouillante incendie feu fumee bouillante brulé gaz flammes",
  FALL: "tombe tombee fenetre escalier balcon etage hauteur chute chuté table_a_langer",
  CHOKE: "etouffe etouffer etrangle s_etouffe coince gorge avale_de_travers etoufe fausse_route",
  DROWN: "noye noyer noyade piscine sous_l_eau noyee baignoire etang",
  ADULT:
    "mari mon_homme copain conjoint ex compagnon pere beau_pere papa voisin oncle mere femme belle_mere beau_frere tonton concubin mec mon_frere epoux compagne copine nounou",
  THREAT:
    "menace menacer menaces enferme sequestre peur_de_rentrer harcele suivre tuer tue etrangle peur_de_mon va_me_tuer va_nous_tuer confisque enfermee etrangler menacé poursuit strangule",
  BEAT_UP:
    "maltrait* viole violee violence violences violent tabasse coups_et battue bleus battu abus abuse attouchement* agresse agressee battent roue_de_coups violé brutalise",
  WEAPON: "couteau arme fusil pistolet marteau",
  DEATH_WISH:
    "jveux_crever envie_de_mourir veux_mourir plus_vivre me_tuer suicid* mettre_fin en_finir me_foutre_en_l_air plus_envie_de_vivre envie_de_me_tuer idees_noires me_suicider sauter_par_la_fenetre disparaitre plus_etre_la mieux_morte mieux_mort vie_ne_vaut me_faire_du_mal m_ouvrir_les_veines envie_de_crever quitter_ce_monde tout_arreter_definitivement sans_moi_ca_serait mieux_sans_moi me_pendre me_jeter plus_la_peine_de_vivre me_tailler je_veux_crever fatiguee_de_vivre fatigue_de_vivre marre_de_vivre plus_me_reveiller envie_de_plus_vivre sois_plus_la veux_partir_pour_toujours",
  HELP: "aidez aide secours vite urgent urgence au_secours sos",
  ME: "me moi m nous mon ma",
  NEIGHBOUR: "voisin voisins voisine au_dessus a_cote_de_chez",
  AMBULANCE: "ambulance 112 police samu pompiers hopital urgences antipoison 101",
  DEAD: "mort morte meurt mourir decede sans_vie",
  WAKE: "reveille_pas a_le_reveiller a_la_reveiller se_reveille_plus reveille_plus impossible_a_reveiller arrive_pas_a_le_reveiller",
};
