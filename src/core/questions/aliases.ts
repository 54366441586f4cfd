/** Words that are typed shorter, as they are spoken, or run together: what they stand for. Only where the language is that one. */
type Aliases = ReadonlyMap<string, readonly string[]>;

export const dutchAliases = aliasesOf(
  `zijde=zijn zedde=zijn zijt=zijn zyt=zijn zyn=zijn zen=zijn zin=zijn zedd=zijn ge=jullie gij=jullie gulle=jullie gullie=jullie julie=jullie
  jully=jullie wa=wat da=dat das=dat_is ist=is_het tis=het_is ofda=of_dat isda=is_dat isdat=is_dat moek=moet_ik moetk=moet_ik moekik=moet_ik
  kank=kan_ik kannekik=kan_ik magk=mag_ik magik=mag_ik kanik=kan_ik moetik=moet_ik hebde=heb_je hedde=heb_je kunde=kun_je moogde=mag_je moete=moet_je doede=doe_je komde=kom_je
  nie=niet ni=niet nimeer=niet_meer nimmer=niet_meer niemer=niet_meer ff=even effe=even vnd=vandaag vndg=vandaag vandg=vandaag vdg=vandaag mrgn=morgen
  wnr=wanneer waneer=wanneer hoelaat=hoe_laat hoelang=hoe_lang oe=hoe oelaat=hoe_laat hoeveel=hoeveel zijnjullie=zijn_jullie zijnjulie=zijn_jullie
  isopen=is_open ishet=is_het wanneeropen=wanneer_open watkost=wat_kost watis=wat_is waaris=waar_is wieleest=wie_leest kga=ik_ga kheb=ik_heb kben=ik_ben
  kwil=ik_wil kwou=ik_wou mn=mijn zn=zijn aub=aub iemant=iemand kindje=kind zusjes=zusje mss=misschien idd=inderdaad
  k=ik ekik=ik ikke=ik mijne=mijn onze=ons onzen=ons watte=wat watvoor=wat_voor slaagt=slaat sloegt=sloeg`,
);

export const frenchAliases = aliasesOf(
  `c=c_est cest=c_est sest=c_est ces=c_est ct=c_etait ki=qui koi=quoi kan=quand qd=quand kand=quand kel=quelle kelle=quelle kels=quels quel=quelle
  vs=vous ns=nous pr=pour ds=dans pdt=pendant ojd=aujourd_hui ajd=aujourd_hui auj=aujourd_hui ojrd=aujourd_hui aujourdhui=aujourd_hui ajourdui=aujourd_hui ojourdui=aujourd_hui
  dem1=demain dmain=demain dmn=demain mtn=maintenant mnt=maintenant tjs=toujours tjrs=toujours tt=tout ts=tous bcp=beaucoup qqn=quelqu_un quelquun=quelqu_un
  qqun=quelqu_un qlq1=quelqu_un rdv=rendez_vous rendezvous=rendez_vous g=j_ai jai=j_ai gt=j_etais jpeux=je_peux jveux=je_veux jsuis=je_suis chui=je_suis chuis=je_suis jen=j_en
  ya=y_a ke=que keske=qu_est_ce_que kesk=qu_est_ce_que kestce=qu_est_ce quest=qu_est esque=est_ce_que esk=est_ce_que eske=est_ce_que estce=est_ce etes=etes ete=ete
  fo=faut fodra=faudra pk=pourquoi pkoi=pourquoi msg=message msgs=messages tel=tel numero=numero stp=svp svp=svp cb=combien kombien=combien
  cmt=comment koman=comment coman=comment pcq=parce_que jms=jamais pe=peux pti=petit ptit=petit ptite=petite bb=bebe loulou=petit fiston=fils
  ouver=ouvert ouverre=ouvert ouvers=ouvert ferm=ferme fermer=ferme couvert=c_est_ouvert couvert=c_est_ouvert cetait=c_etait doi=dois sinscrire=s_inscrire minscrire=m_inscrire
  dabord=d_abord jarrive=j_arrive vousetes=vous_etes vousouvrez=vous_ouvrez estceque=est_ce_que cestouvert=c_est_ouvert cestgratuit=c_est_gratuit cestou=c_est_ou cou=c_est_ou cpayant=c_est_payant`,
);

function aliasesOf(lines: string): Aliases {
  return new Map(
    lines.split(/\s+/).map((line) => {
      const [typed = "", meant = ""] = line.split("=");
      return [typed, meant.split("_")] as const;
    }),
  );
}

/** The words as they would be written in full. */
export function writtenOut(words: readonly string[], aliases: Aliases): readonly string[] {
  return words.flatMap((word) => aliases.get(word) ?? [word]);
}
