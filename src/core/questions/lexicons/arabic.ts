import type { Lexicon } from "./concept.ts";

/**
 * Standard Arabic, Darija and their eastern and western neighbours, after `plainText`: without hamza, ه for ة, ي for ى.
 * Arabizi is found by consonants (see skeleton.ts), so that a word needs to stand here only once.
 */
export const arabic: Lexicon = {
  OPEN: "مفتوح مفتوحه مفتوحين مفتوحون محلول محلوله محلولين حالين حال تفتح* يفتح* فاتح* كتحل* كتفتح* تحلو تحلوا غتحلو ستفتح* الفتح نفتح فتح فاتحين تفتحو بتفتح* فاتحيين حلين مفتوحيين حاله الافتتاح حليتو كيحل* يحل تحل",
  CLOSED:
    "مغلق مغلقه مغلقين مغلقون مسدود مسدوده مسدودين سادين ساد كتسد* تغلق* يغلق* تسدو مسكر* مسكرين بتسكر* اغلاق مقفول* مسكره كتغلق* تسكر* كيسد* غتسدو ساكرين مبلع* مغلوق* تقفل* مقفل* الاقفال يسدو",
  HOURS:
    "اوقات مواعيد ساعات الدوام دوام توقيت التوقيت وقاش فوقاش اي_ساعه اشمن_ساعه شمن_ساعه مع_شحال شحال_الساعه لاشمن_ساعه امتي_تفتح اي_وقت شمن_نهار ايام_العمل ساعات_العمل الاوقات شمن_ايام اي_ايام قداش_الساعه وقت_الفتح السوايع",
  DAY: "اليوم ليوم غدا غد غدوه بكرا بكره امس البارح الاثنين الاتنين التنين الثلاثاء التلات الثلاثا الاربعاء الاربع لاربع الخميس الجمعه السبت الاحد الحد لحد الاسبوع اسبوع اسبوعين السيمانه سيمانه الويكاند عطله العطله العطل صباح* الصبح الصباح مساء* العشيه الليله الظهر الضهر العصر يوم نهار ديسمبر دجنبر يناير نوفمبر نونبر كانون شهر رمضان العيد عيد نويل نويل راس_العام راس_السنه الجايه القادم ايام غدوا الويكند ويكند فبراير مارس ابريل شباط تشرين المقبل هالاسبوع تلاتاء التلاتاء الاتنين غدوة ماي يونيو",
  NOW: "الان دابا هلق دروك توا هلا حاليا دوك هلأ ذابا درك",
  WHEN: "متي فوقاش امتي امتا وقتاش ايمتي ايمتا فوقتاش وقتاه فاش ايمت وينتا",
  AGAIN:
    "مره_اخري مره_خري المره_القادمه عاوتاني من_جديد مجددا ثانيه ارجع نرجع العوده مره_ثانيه المره_الجايه عاود تاني رجع* غتعاودو اعود مره_تانيه المره_المقبله زياره_قادمه تعاود* نعاود المقبله_القادمه تعيدون عاوده",
  COME: "اتي نجي يجيو نجيو تجي احضر الحضور اجي ناتي نيجي القدوم نجيب_و ياتي جي تجيو يجي زيارتكم ندخل يحضر",
  WHERE: "وصل بوصل لعندكم اين فين وين فاين مكانكم وينكم فينكم جيتو موجودين فينا",
  ADDRESS:
    "العنوان عنوان عنوانكم يقع تقع* زنقه شارع الزنقه قريب اقرب موقعكم الموقع موقع لادريس البلاصه بلاصتكم الحي حومه حي",
  ROUTE:
    "ترام الترام مترو المترو طوبيس الطوبيس حافله الحافله اصل كيفاش_نوصل نوصل طريق الطريق الوصول محطه لوكيشن خريطه باركينغ موقف اوقف باركينك قطار التران لاغار الباص باص بالسياره",
  WHAT: "ما_هو ماذا شنو اشنو شو ايش شنوا واش_هو ما_هي اش اشنهو شنهي شنيا اش_هاد واش_هوا",
  PROGRAMME:
    "نتوما برنامج* انشطه نشاط* كديرو تفعلون يلعب* العاب اللعاب لعب انشطه_للاطفال تقدمون كيلعبو النشاطات ورشات تقدمو تديرو بتعملو بتساو* يحدث نفعل كيدوز يوجد_هناك فعاليات تعملو الالعاب كاين_عندكم",
  PLACE:
    "هالمكان هاد_البلاصه البلاصه_هادي المكان هذا_المكان فضاء المركز الفضاء حضانه روض لاكريش كريش الروض بيت_اللقاء ميزون",
  BRING:
    "نجيب اجيب احضر_معي اجلب معايا معي نجيبو ناخد_معايا حفاضات ملابس ليكوش كوشات حوايج شباشب بيجامه الحفاظ حفاض اغير ليكوش صبابط طابليه مريول بلغه",
  FIRST: "الزياره_الاولي المره_الاولي اول_مره المره_اللولي المره_اللوله اول_زياره جديده اللوله اول_خطره",
  STAY: "ابقي نبقي البقاء اترك نخلي اخلي نمشي اتركه نخليه اغادر نخلي_ولدي نخليها ابقا نبقا ضل اضل نحطو اذهب نقعد",
  SIBLING:
    "توام تواما توامي التوام التوامه اخوه اخته اخواته خوتو اخاه خوه ختو الاخ الاكبر الكبير توائم اخوتو تيوام اخوها ختها جوج_دراري التوائم لخوت",
  PRAM: "عربه عربة العربه كروسه الكروسه بوسيت كرسي_متحرك مصعد البوسيت لاسانسور العرباي كاروسه درج",
  FOOD: "طعام اكل ناكل الاكل قهوه رضاعه ماكله الماكله حليب وجبه ارضع رضعه كوميت نرضع الغدا بيبرون نسخن قهيوه اتاي كاس الحلوي حلوي بسكويت فواكه",
  MAY: "يمكن* هل_يمكن نقدر ممكن مسموح اقدر نقدرو يقدر* بقدر فيني استطيع يستطيع يحق تقدر تسمحون واش_عادي يجوز فينا ننجم نجم",
  MUST: "يجب علي خاص* خصني ضروري لازم الزامي اجباري واجب مجبر* ملزم* بلزم بزز ينبغي",
  AGE: "عمر* العمر السن سن سنه سنوات اشهر شهور عام عامين سنتين عوام سنين شحال_فعمر اعمار كبير_على لعمر سنتان الاعمار شهرين",
  WHO_COMES:
    "اسكن العيالات غير_العيالات جده الجده جد الجد اب الاب الاباء بابا الرجال حاضنه مربيه عمه خاله جدات للاب ابوه باباه الجدود من_يمكن شكون_يقدر جدتو جداتي جداتو حنا ميمتي عمتو خالتو زوجي_ان زوجي_ياتي جليسه راجلي_يجي باه مي البابا ماماه رجال عزباء بوه راجلي_يقدر تاتا تيتا سيتي الاجداد الجميع كلشي_يقدر لالا",
  PREGNANT: "حامل حامله الحوامل الحمل بالحمل حبلي كرش بالكرش",
  PRICE:
    "كم_السعر السعر سعر الثمن ثمن شحال_الثمن بشحال بكم تكلفه تكلف فلوس الفلوس ادفع الدفع نخلص نخلصو يورو كم_يكلف الخلاص قديش_بدفع خلاص رسوم مدفوع اداء بقديش بقداش مصاري مصاريف مبلغ التكلفه سومه السومه كلفه دراهم كيخلصو تخلص درهم غالي قداش_الثمن كم_ادفع دفع",
  FREE: "مجاني مجانا مجانيه فابور بلاش باطل بلا_فلوس ببلاش بلا_خلاص مجانيا",
  REGISTER:
    "تسجيل التسجيل نتقيد نتسجل اسجل حجز احجز نحجز مسبقا نتقيدو تقييد قبل_مانجي نتسجلو التقييد تسجل نريزيرفي اشتراك_للدخول لائحه نسجل مقيد انسجل لاليسط ليسطه نقيد لانسكريبسيون",
  APPOINTMENT: "موعد رنديفو رونديفو مسبق الرنديفو ميعاد راندي موعدا",
  NAME: "اسمي الاسم اسم بطاقه هويه هويتي سميتي السميه لاكارت كارطه سميه السميا وراق اعطاء_اسم اسماء الكنيه",
  REGULARLY: "كل_اسبوع كل_سيمانه كل_مره التزام ملتزم بانتظام من_حين ديما كل_جمعه اسبوعيا دايما الالتزام",
  ANONYMOUS:
    "مجهول* سري سريه الخصوصيه خصوصيه سر خاص_بيا بلا_اسم كشف_هويتي السريه الكشف مايعرفني خصوصيتي بسريه بيناتنا يفضحني",
  READ: "يقرا يقرؤ كيقرا يري يطلع يقراون كيشوف قرا كيقراو يقراو يشوف عم_يقرا يقرء يطلعون",
  DATA: "معلومات* المعلومات بيانات* البيانات محادثه هادشي محادثتي الداتا معطيات* تيليكرام ليزانفورماسيون رسائلي هويه_المستخدم",
  DELETE: "احذف* حذف مسح* محو امسح* امحو* مسحو* حيدو حيد محي* الغاء_بيانات ازاله فسخو تمسحو",
  KEEP: "تحفظ* تحتفظ* تخزن* كتحتافظو كتسجلو يحفظ تسجلون_عن كتخليو حفظ تخزين كتحفظو تخبيو كتقيدو تشارك* كتعطيو تجمعون",
  OPINION: "رايي راي شكوي اقتراح ملاحظه تقييم رايكم شكايه نشكي اشتكي تجربتي ملاحظات نقد نشتكي اقترح",
  VISIT:
    "زيارتنا زياره كانت البارح امس جينا كنا زرناكم استقبال* تجربه لعبات لعب_مزيان كنت_عندكم استمتع* الزياره زيارتي دوزنا نبسطو فرحات فرح جيت امبارح الباح",
  PRAISE:
    "جميله جميل رائع* عجب* ممتاز* مزيان زوين* لطيف* طيبين فرحنا احببنا حلو كثير_حلو بهيه برشا احب سعيده ناس_ملاح مزيانين استمتعنا زوينين كتير_منيح حبيت ظريفين عزيز_عليه",
  COMPLAINT:
    "ما_سلم متسخ وسخ موسخ مزعج خايب سيء سيئه غير_راض ما_عجبنا* لقيت*_مسدود ماعجبنيش ما_عجبنيش خيبه غير_لائق ضجيج عامر مغلقا مزدحم وجدنا_الباب لم_يعجب* خاب لقينا حشومه وجدناه ماعجبناش الصداع زحام ازدحام تضايقت لم_يرحب مقلقين_مسدود مسخ ماسلموش",
  THANKS:
    "شكرا شكرن ميرسي مرسي تسلم* يعطيكم_الصحه بارك_الله يسلمو* الله_يحفظ* جزاك* مشكور* مشكورين الله_يجازي* متشكر الله_يعطيكم ممنون يرحم_والديكم الف_شكر",
  NOTIFY:
    "علموني اخبروني علمني اعلموني نبهوني اعلام خبروني خبرني ابلغوني بلغوني تنبيه تصلني تعلموني تخبروني قولولي قولو_ليا عيطو_ليا_الا صيفطو_ليا صيفطولي الاشعارات_عند اشعار_عند اشترك توصلني عيطولي ارسلوا ابعتولي تبعتولي خبروني_اذا تصيفطو تنبيهات جديدكم متابعه يوصلني اعلمني ابعثولي",
  CHANGE: "تغيير تغير* تبدل* يتبدل تبدلات تغييرات كيتبدل اتبدل تبدلو بدلتو طارئ استثنائي",
  MESSAGE:
    "رساله رسائل الرسائل ميساج* الميساجات اشعار الاشعارات ميساجات مساجات مساج اشعارات النوتيف رسايل مسجات الاخبار",
  STOP: "حيدوني_من اوقف* حبس* وقف* الغاء لا_اريد_رسائل توقف* ستوب ما_بغيتش_الميساجات كفي صافي_الميساجات ما_بقيتش_باغي حبسو لا_ترسل* ماتصيفطو* بطلو كفايه متصيفطوش باراكا بركا وقفو لا_تبعت* الاشتراك انهاء ماتبعتو* الغي",
  LANGUAGE_NAME:
    "العربيه عربيه بالعربيه العربي الفرنسيه فرنسيه الهولنديه هولنديه الدارجه بالدارجه الفرنسي انجليزيه الانجليزيه فلامانيه النيرلانديه لغه اللغه بالفرونسي لفرونسي بالعربي عربي الفلامنكيه بالفرنساوي لغات الامازيغيه التركيه تركي الشلحه تمازيغت بالفرنسيه فلامون النيرلندي هولندي بالهولندي الاسبانيه اللغات",
  SPEAK:
    "تكلم* هضر* اتكلم تتكلم* كتهضر* يتكلم* تحدث* جاوب* جاوبني اجب* اجيبوني ترجم* فهم* كنفهم افهم احكي* احكو تحكي رد_عليا ردو جاوبوني حكي دوي دوو نتكلم كتدوي* اكتب* ردوا",
  PERSON:
    "شخص انسان شي_واحد شي_حد موظف موظفه مسؤول المسؤول المسؤوله احد احد_ما شي_مسؤول حقيقي بنادم عبد حدا شيحد واحد_منكم مسوول* المسوول* البشر لشي_وحده",
  PHONE:
    "هاتف الهاتف رقم رقمكم نمره النمره تيليفون التيليفون نعيط اتصل تلفون اتواصل التواصل الاتصال تيلفون التلفون نتصل نتاصل ايميل بريد عيطو* واتساب الواتساب عيطولي تليفون تيلي",
  ROBOT: "روبوت بوت اله الروبو روبو برنامج_الي",
  TEAM: "الفريق فريق العاملين المشرفين المربيات الموظفين الطاقم",
  SLEEP:
    "ينام تنام نوم* النوم كينعس* كتنعس* نعاس* ينعس بالليل الليل يستيقظ كيفيق كتفيق يصحي بينام نايم بتنام تفيق يفيق يرقد كيرقد* ترقد يرقدش بيفيق نعس",
  CRY: "يبكي تبكي كيبكي كتبكي يصرخ تصرخ البكاء كيغوت* كتغوت* بيبكي بتبكي بكاء يعيط_بزاف الصراخ كيعيط* بيصرخ يبكيش الغوات",
  HURT: "يعض تعض كيعض* كتعض* يضرب تضرب كيضرب* كتضرب* بيضرب* يدفع بيعض عنيف عدواني ضرب* كيدفع* عض يعضض العض كيخبش ضربني يضربني كينتف صفع صفعني بتضرب",
  EAT: "ياكل تاكل كياكل* كتاكل* يرفض_الطعام بياكل ياكلش الخضر الشهيه ما_بياكل بتاكل الرضاعه خضره يرضع كيرضع* ماكلتو",
  TANTRUM:
    "عنيد* غضب* عصبي* نوبات خجول* خايف يخاف تخاف كيخاف* غيور* غيره* يغار كيغير* كتغير* يسمع_الكلام كيسمع* مطيع يتعلق متعلق لاصق* لهايه مصاصه السوسيت تلفاز تابليت الشاشات الهاتف_كثيرا مشاغب مشاغبه كيعاند* كتعاند* لاصق_فيا حشومي كيغضب يعصب بيعصب بعند بيغار كيحشم تربيه التربيه اربي نربي نعاقب العقاب عناد لا_يطيع كيدير_ليا قلق_الانفصال حسود العناد سوسيت بيسمع يعاند لاصقه الانفصال كيكسر كيطيح_فالارض كتحشم",
  DEVELOPMENT:
    "لا_يتكلم لا_تتكلم لا_يمشي كيهضرش مايهضرش ما_كيهضرش التوحد تاخر متاخر* يمشي تمشي كيمشي* كتمشي* ما_يتكلم تاتا نمو اسنان بيحكي توحد النطق ينطق كلام الكلام يحبو التاتاه كيتكلم* كتتكلم* كيهدر* بيمشي مابيحكي الكلمات السنان تعثر",
  POTTY: "الحفاظ_ليل القعاده النونيه التبول يتبول بوط البوط الحمام كيبول يبول الفراش البوتي النونيا كتبول",
  ADVICE:
    "ماذا_افعل شنو_ندير اش_ندير نصيحه نصائح كيف_اتعامل ساعدوني_في عاونوني_ب شو_اعمل شو_بعمل كيفاش_ندير عادي طبيعي قلقه قلقان شنو_نعمل انصحوني قلق خايفه_عليه هل_هذا_طبيعي كيف_اتصرف نصحوني واش_نورمال حل شنو_الحل كيفاش_نتعامل اش_نعمل وش_ندير نورمال مقلقه شو_الحل شو_ساوي كيف_اعلم مشكل مشكله نتصرف اقلق حيرانه محتاره",
  DESPAIR:
    "بالوحده تعبت عييت متعبه مرهقه منهكه لم_اعد_احتمل ما_بقيتش_قادره وحدي وحيده ياس* يائسه تعبانه عيانه تقهرت ما_عاد_فيني طفح مكتئبه اكتئاب ام_سيئه فاشله ضغط محبطه مخنوقه حزينه منهاره طهقت راني_عيانه انهيار وصلت_لحدي مضغوطه ماعندي_حد كرهت صبري الصبر زهقت مابقيتش غادي_نحماق مرهق غنحماق يئست هلكت",
  CHILD:
    "ابني ابنتي طفلي طفلتي طفل الطفل اطفالي الاطفال ولدي بنتي وليدي بنيتي رضيع* رضيعي الصغير الصغيره البيبي اولادي دراري الدراري ابن بيبي صغيري طفله ولد ولادي وليداتي الرضيع البنت لولد التربيه برهوش وليد بيبيا ولدك مولود* الرضيعه",
  GREETING:
    "واخا حسنا يعيشك سلام السلام عليكم مرحبا اهلا صباح_الخير مساء_الخير لاباس بسلامه وداعا الي_اللقاء السلام_عليكم وعليكم كيف_حالكم كيفكم اهلين هلا_والله تصبح* مع_السلامه ليله_سعيده كي_دايرين تحيه هاي الو لباس اهلان بخير كيدايرين عسلامه يسعد ورحمه وبركاته شلونكم مسا_الخير",
  ELSEWHERE:
    "السفاره الفرمسيان الصيدليه الطقس الشتا_غدا ماتش الماتش مباراه طبخ وصفه عاصمه شغل عمل خدمه وظيفه نكته بيتكوين ربح فاز الجو تمطر مطر ربحو دواء طبيب_اسنان الشتا كره بيع للبيع فلوس_سهله الكوره الرجاء ريال سياره فيزا اوراق قنصليه برشلونه نخدم كسكس طاجين نكته كراء حلاق كاتبيع قرض",
  NOT: "لا لم ليس ما مش مو ماشي ماش بدون بلا غير ماكاش مكاينش مابقاش",
  BREATHE:
    "يتنفس تتنفس تنفس التنفس كيتنفس* كتنفس* كتتنفس* نفس يتنفسش النفس بيتنفس كيتنفسش ماكيتنفسش بتتنفس مايتنفس* متنفس يختنق ماكيتنفس*",
  SWALLOW:
    "شرب شربت شربات ابتلع بلع بلعت سرط سرطات اكل كلا كلات تناول تناولت ابتلعت شربو بلعات اكلت بلعو خدا خدات ياكل_دوا سرطت بالع سرطها",
  TOXIC:
    "جافيل الجافيل كلور مبيض حبوب بيل بطاريه البطاريه دواء دوا الدوا الدواء ادويه منظف سم السم ادويتي فنيد كينات كينه حجره_ديال مسحوق صابون مواد_التنظيف الكاشيات كاشيات بيله حبات دواءي تيد سيبان البيل كلوركس ماء_جافيل سيجاره خرج_المجاري تسمم* مغناطيس الما_القاطع الماء_القاطع لاكول كحول القاطع عقار اسيد ماده سامه فينيد كلوروكس مسموم* كارو حشيش ديسولفان كاشي الكاشي دوايات بنزين غاز_البوطا لعبه_صغيره_بطاريه منوم* مسكنات",
  BLUE: "ازرق زرقاء زراق زرق مزرق* ازرقت ازرقا زرقات زراقت بنفسجي",
  UNCONSCIOUS:
    "وعي الوعي وعيه وعيها فاقد سخف سخفات غاب غيبوبه لا_يستجيب لا_يتحرك ما_كيتحرك* داخ دايخ مغمي اغمي طاح_مدوخ ما_كيجاوب* لا_تتحرك لا_يرد لا_تستجيب مغيب ما_كيفيقش مافاقش مايفيقش ماكيتحركش غيبت يستجيب تستجيب مابغاش_يفيق مابغاتش_تفيق ما_بيفيق مرخي كيتحركش فاقت_الوعي",
  CONVULSION: "تشنج* يتشنج نوبه_صرع الصرع صرع كيرعد ترعد كيترعد تختلج اختلاج كيتشنج الخاطر رعده",
  BLOOD: "ينزف تنزف نزيف دم الدم كينزف سايل دمو دمايات الدمايات الدميات بينزف كيسيل",
  BURN: "احترق* حرق تحرق* احترقت مغلي سخون غليان طايب محروق* حريق النار نحرق* حروق الغاز كتحرق اتحرق",
  FALL: "سقط سقطت وقع وقعت طاح طاحت سقوط طاحو الشرجم شرفه البالكون الدرج الدروج نافذه طيحه النافذه شباك الطابق السطح طيحات",
  CHOKE: "يختنق اختنق* تختنق كيتخنق تخنق* شرق حلقو حلقه حلقها مخنوق_ما الاختناق غاص غصه كيختنق حنجرته كيتشنق حلقومو",
  DROWN: "غرق* يغرق غارق المسبح الغرق حوض",
  ADULT:
    "زوجي راجلي زوجها ابي طليقي جوزي حبيبي رجلي زوجه حماتي عمي خالي خويا ابوها ابو راجل عزوجتي الزوج خطيبي زوج بعلي عجوزتي راجلها راجلو مراتي زوجتي جاري والدهم باباهم حموي اخي",
  THREAT:
    "يريد_ان_يقتل* بغا_يقتل* باغي_يقتل* هازلي_الموس يهدد* تهديد كيريد_ان_يقتل* بغا_يقتل* باغي_يقتل* هازلي_الموس يهدد* هددني حبسني حابسني قفل* خايفه_من يقتل* سيقتلني يذبح* غيقتلني كيخوفني يلاحقني خايفه_من_راجلي كيشدني يخنقني خنقني بيريد_ان_يقتل* بغا_يقتل* باغي_يقتل* هازلي_الموس يهدد* قتل* سد_عليا سادد_عليا يطردني يتبعني كيتبعني غادي_يقتل* بيقتلني هدد* حاجزني يعذبني بدو_يقتلني",
  BEAT_UP:
    "يضربني كيضربني ضربني بيضربني يعنفني تعنيف عنف العنف اغتصب* اغتصاب تحرش* يعتدي اعتدي* اعتداء يغتصب* كيعنفني تعنفني كيسلخني كيضربنا يضربنا يعتديعلي سلخني قتلني_بالعصا كدمات معنفه سوء_معامله كتسمع_ضرب يضربها كيضربها كيضربو كيعذبني كتضربني مضروبه ضربنا كيتعدي يتعدي كيصرفقني",
  WEAPON: "سكين السكين موس بالموس الموس سلاح بالسكين مسدس جنوي بالجنوي عصا عصي",
  DEATH_WISH:
    "اريد_ان_اموت اريد_الموت بغيت_نموت لا_اريد_ان_اعيش نقتل_راسي انتحر* الانتحار انتحار انهي_حياتي اقتل_نفسي بدي_موت ما_بقيتش_باغي_نعيش ماباغيش_نعيش ما_بغيتش_نعيش لا_اريد_العيش ايذاء_نفسي اذي_نفسي نموت_حسن لا_ارغب_في_الحياه لا_ارغب_في_العيش افكر_في_الموت بغيت_نمووت نحب_نموت اتمني_الموت نسالي_مع_حياتي الموت_احسن كرهت_حياتي_وبغيت افضل_الموت كنفكر_فالموت كنفكر_نموت ما_بدي_عيش نرمي_راسي نضر_راسي نشنق مابقيتش_باغي_نعيش راني_حاب_نموت نتمني_الموت ما_نحبش_نعيش حابه_موت يا_ريت_اموت نلوح_راسي مابغيتش_نعيش انهاء_حياتي اموت_نفسي اؤذي_نفسي اوذي_نفسي ان_اموت نوضع_حد لا_فائده_من_حياتي",
  HELP: "ساعدوني النجده انجدوني عتقوني عاونوني الحقوني بسرعه طواري* عاجل اسعاف عاونو لحقوني دغيا انقذوني اغيثوني النجده_النجده سعفوني الحقونا",
  ME: "ني انا نا",
  NEIGHBOUR: "جارنا جارتي الجيران جيراني جارتنا الجار جيران جارتنا",
  AMBULANCE: "اسعاف الاسعاف سيارة_اسعاف لابيلانس امبيلونس شرطه الشرطه البوليس المستشفي السبيطار",
  DEAD: "مات ماتت يموت تموت كيموت ميت كتموت سيموت غيموت غادي_يموت عم_بيموت",
  WAKE: "لا_يستيقظ لا_تستيقظ ايقاظه ايقاظها ما_فاقش ما_بغاش_يفيق ما_كيفيقش نفيقو فيقتو مابيفيق ما_عم_يفيق فيقتها",
};

/** Words of arabizi whose consonants are too few to tell them apart, or that are written in French. */
export const arabizi: Lexicon = {
  OPEN: "7al 7alin halin hallin hlin 7alla 7alla 7ala 7lin t7al t7alo kat7lo kat7el kathlo kathelo kat7ello m7loul m7lol t7lo t7llo ghat7lo fat7in maftou7 7aline hal ftah fte7 maftouh 7el hellin ghadi_t7lo tft7o tftah",
  CLOSED:
    "sad sadin saddin sadd katseddo katsedou mesdoud mesdoudin msdod tsedo ghalqin msakrin msakkar tseddou mghl9a tsado sadine mbal3in sedin sdin saddine",
  HOURS:
    "fo9ach fou9ach fouqach ch7al_f_sa3a chmn_nhar chmen_nhar ach_mn_nhar chmn_sa3a m3a_ch7al imta_t7lo ch7al_sa3a lwe9t chmen_sa3a achmen_sa3a ama_nhar ma3a_ch7al chmn_ayam waqtach",
  DAY: "lyoum lyom lioum lyouma lium el_youm ghedda ghda ghadda gheda ghdda ghodwa ghoudwa bokra bukra bokra sebt tnin tlat larb3 larba3 lkhmis khmiss jem3a jom3a jm3a l7ad lhad had_simana simana simana_jaya smana weekend wikand l3chiya lachiya sba7 sbah lil nhar noel ras_l3am rass_l3am ramadan l3id 3otla 3otlat vacances lbare7 dejanbir dojanbir telat ljem3a wikend jomo3a ljom3a ljm3a larb3a khmis nhari semana",
  NOW: "daba dab drouk tawa hala2 hal2 dork dok dorka dabba halla2",
  WHEN: "fo9ach imta emta wa9tach weqtach fou9ach w9tach fouqach imtin imtan",
  AGAIN:
    "3awtani 3aoutani awtani mara_khra merra_khra tani nrje3 nrja3 merra_jaya mara_jaya 3awd n3awd merra_o5ra mn_jdid men_jdid 3awed n3awdo",
  COME: "nji yjiw nejiw nejou njiw yji ji nejji tji yjou",
  WHERE: "fin fine win wayn wein fein finkom winkom wein fayn finkoum",
  ADDRESS: "l3onwan 3onwan l3enwan adresse ladresse zen9a chari3 9rib a9rab blassa lblasa lplassa l7ay location",
  ROUTE: "tram metro tobis bus nwsel nousel nwesslo tri9 tre9 lmetro lbus autobus parking nouselo gare wsel",
  WHAT: "chno chnou achno chnowa chnahowa ach shou shu chno_hada wach_hiya chnia chniya wesh_howa chnowa_hada ash achnou",
  PROGRAMME:
    "katdirou katdiro kadiro barnamaj programme nachatat activites la3b yl3bo kayl3bo anchita jeux kidoz ydiro kayn_chi l3ab tdiro ta3mlo 3andkom",
  PLACE: "lblassa had_lblassa maison_verte creche lmakan markaz rawd 7adana had_place",
  BRING: "njib njibo m3aya nakhod couches 7wayej chaussons les_couches njibou hwayj likouch",
  FIRST: "lmerra_lowla lowla awal_merra awel_mara merra_lowla louwla awal_mara merra_loula",
  STAY: "nb9a nbqa nemchi nkhelli nkhalih nkhellih nmchi nkhaliw nkhli ne93od nb9aw nebka n9e3d",
  SIBLING: "twam khoh khtou khtha tw2am khou khouh tawam twama jumeaux okhtou khoutou tewam",
  PRAM: "poussette karrosa lkarosa carosa poussita krossa pousset karossa lapoussette",
  FOOD: "l9ahwa makla lmakla naklo 9ahwa lait biberon nakol nakl gouter nrdde3 reda3a 7lib nreda3 qahwa",
  MAY: "n9der nqdar n9edro y9dro ye9der nqder y9der momkin momkin n9dro fini najem nejem nejjem mesmo7 yqdar nqdro 9der",
  MUST: "khass khassni khasni darouri lazem daruri khasna lazm bezez 5assni 5asni wajib khesni",
  AGE: "f_3amro ch7al_f_3amro 3mro 3mra 3am 3amayn chher chhour snin 3omr l3mar 3mar 3wam age 3amin sen l3omr 3andha 3ando",
  WHO_COMES:
    "l3yalat jedda lbabat baba bah jdda jeddi 7enna hna bba lwalid rjal lbab jda jedd nounou papa khala 3amma jddati lwalidin mwi jeddah jddo rejjala",
  PREGNANT: "7amla hamla 7aml kerch 7amel hamel b_lkerch 7ebla",
  PRICE:
    "kholsa ch7al_taman taman ttaman b_ch7al bch7al chhal_taman flous lflous nkhalles nkhelles nkhelso khlas floss pay euro 9addech b9addech bkam masari nkhals swm soma kaykhalso nkhllso bchhal cher_wla thaman ch7al_flous",
  FREE: "fabor faboor blach batel fabour b_blach majani blech gratuit fabur bla_flous majanan batal gratos",
  REGISTER:
    "nt9eyed net9eyed nsejjel nsajel tsjil nt9ayed inscription reservi nreservi 7jez ne7jez nte9eyed nkteb_smiti tasjil nhjez manji_9bel ntsejel nqeyed 7jz nsjel nt9ydo nreservé lista",
  APPOINTMENT: "rendez rdv randevou maw3id rondivo rendivou mou3id",
  NAME: "la_carte smiti smiya lism smiyti lakart carte ismi smya smit lasmya",
  REGULARLY: "koul_simana kol_simana kol_merra dima kol_jem3a kolla_simana kol_smana",
  ANONYMOUS: "anonyme sirri sir 7ed_ma_y3rf serr bla_smiya secret ye3refni 3rfni sriya khososiya",
  READ: "kay9ra ye9ra y9ra kaychouf yqra kay9raw kayqra ychouf kitchouf i9ra kaychof",
  DATA: "ma3loumat hadchi donnees infos data lma3loumat m3loumat lm3lomat conversation",
  DELETE: "mse7 ms7o mess7o 7eyed mse7o supprimi mas7o msa7 me7i msah mss7o t7aydo fsekh",
  KEEP: "kat7tafdo kat7tafdo katsejlo katsjlo t7afdo kat7fdo tkhabiw katqydo enregistr kat3tiw katsejjlo t7tafdo",
  OPINION: "rayi avis ray r2yi chikaya nechki ra2yi mola7ada tajriba",
  VISIT: "lbare7 jina konna ziyara dewezna douzna jit zyara ferhat l3bat mbare7 kent_3ndkom",
  PRAISE: "3jebna zwin zwina mzyan top mezyan 3jebni fer7at zouina behi behia barcha 3ajbo 3jbha zwine fer7an 3jbo",
  COMPLAINT:
    "ma_sellem mouskha mouss5 khayb ma3jebnich l9ina l9it mousekh ma_3jbnich ma3jbnach 3amer 7chouma sda3 khayba l9inakom mwsekh ma3jebnach",
  THANKS:
    "chokran chukran merci barakallah barak_allah choukran shukran tslem lah_ykhlef yselmo yslamo chkran chokrane",
  NOTIFY:
    "3lmoni 3lemni golo_lia siftou_lia siftoli khabrouni khebrouni goulou_liya 3elmouni khbrouni prevenez sifto_lia ab3toli notif_ila goulou_lia golou_lia 3lmouni 3alamni",
  CHANGE: "tbedel tbdel tbedlat tbedlo tghayer kaytbedlo ytbdel ktbdel taghyir badalto",
  MESSAGE: "message messages lmessages msg msgat mesajat notifs messajat notif msjat",
  STOP: "7eydouni_mn stop 7bes 7bso 7ebso wa9fo ma_b9itch_bghit ma_tsiftouch w9fo khlass safi_mn baraka_mn_les_messages matsiftouch wqfo habso hbes saf_mn bezaf_messages ma_bghitch_les_messages ma_bghit_7ta_message mab9itch 7bsou ma_sifto",
  LANGUAGE_NAME:
    "l3arbiya 3arbiya darija fransawiya francais lfrançais hollandia bl3arabi b_l3arbiya flamand arabe bel3arbi bel3arbiya lfransiya 3arbi bdarija fransi français neerlandais hollandiya langlais b_fransi lfransawiya tamazight chel7a",
  SPEAK:
    "hder tehder n9ra_b ntkellem jaweb jawbni kathedro hdro ehki tkelem fhemt ma_fhemtch jawbouni jawb kanfhem tkellem 7ki kteb ahdar hedro kathdro",
  PERSON:
    "chi_wa7ed chi_7ed bnadem insan mas2oul chi_wahd wa7ed_mnkom chi_had mas2oula chkhs responsable 3ibad chi7ed chi_wa7d chi_wahed wahed_bnadem chi_mas2oul",
  PHONE:
    "n3eyyet nemra numero telephone n3eyet tel telifoun ne3iyet n3ayet nmra noumro tilifoun nt9el ra9m whatsapp namra nnmra 3ayto raqm nettasel",
  ROBOT: "robot bot machine robo",
  SLEEP:
    "yn3ess kayn3s kayn3ess makayn3sch n3ass yn3s kayfi9 katfi9 tn3es makayn3ssch ynam yrqod nn3es ne3ess ynaam nom tn3s kan3ess yer9ed naam tnam katn3esch",
  CRY: "kaybki katbki kayghewet bka yebki kayghawet tebki kayghwt ibki lbka",
  HURT: "kay3ed kat3ed kaydreb katdreb ydreb ydrb kay3edd kay3add y3edd kadreb katdrab kaydrab kay3oud kaydfe3 yodreb 3edd",
  EAT: "kayakoul makayakolch yakol ma_kayaklch kayakol katakol makla_dyalo takol takoul makayaklch yakoul makatakolch",
  TANTRUM:
    "3nid kaykhaf mkhabi kayghir 3asabi kay3sseb kay3end la9 kaysme3 kayched_fia kay7chem khayef moutawatir sucette tele 3nida tablet kaykser makaysma3ch makayssme3ch kat3end la3nad 3asab tarbiya nrabbi mlaseq ghayra kayghar",
  DEVELOPMENT:
    "makayhdarch makayhderch mazal_mahder kaytmecha kaymchi mazal_ma makaymchich mazal_makayhderch kayhder ytmecha ihder tawahhod",
  POTTY: "pot kaybol lkouch bipi pipi caca couche lpot bot kaybouli",
  ADVICE:
    "ch7al_mn_sa3a chno_ndir ach_ndir nasi7a conseil kifach_ndir wach_normal wach_3adi chnou_ndir achno_ndir n9e3d wesh_ndir shu_a3mel nsi7a kifach_nt3amel 7al_chi chi_7el 9al9ana ach_n3mel wach_had_chi_normal kifash_ndir chi_nasi7a",
  DESPAIR:
    "om_khayba 3yit 3eyit t3ebt ma_b9itch_9adra w7di mkhno9a m9ahra 3yana ta3bana mrhqa 3yitt ghadi_n7ma9 t3bt ma9adrach bou7di t9ahart fachla sbri",
  CHILD:
    "wldi weldi bnti benti drari ddrari weld bent bébé lbebe wlidi bnayti lbaby wladi bebe wliyed sghir sghira lwlad oulidi ouldi ould bntii bnyti derri tfol 6fli ibni",
  GREETING:
    "wakha y3aychek safi ok salam salamo slm labas la_bas bslama sbah_lkhir sba7_lkhir salamou cv kidayrin kirak msa_lkhir slt ahla ahlan mar7ba 3alaykom alaykoum aleikoum marhba salamalikom kif_dayrin tsba7 bikhir b5ir ya3tikom hamdoulah",
  ELSEWHERE:
    "farmasian pharmacie match lmatch chta jaw meteo khedma recette taqs ljaw chkoun_rba7 9onsol foot chta_ghda bitcoin tajin koskos raja wydad barça nokta weather kora lkora film visa taks",
  NOT: "ma machi la mch mouch mech bla mab9ach maymkench",
  BREATHE:
    "yetnefess kaytnefess makaytnefesch kaytnfs tnfes yetnaffas yetnefes kaytnffes kaytnefes makaytnafasch makaytnefssch ytnafas kattnefs tnefs katetnefes makattnefesch nafs ytnefes kitnefes kitnefess makitnefesch itnefes",
  SWALLOW:
    "chrab chreb cherbat srt bla3 kla klat sret blaa chrbat sertat bel3 sret sretat bla3at charbat chrbet chreb khda khdat sarat",
  TOXIC:
    "javel jafil jafel lkachiyat fnid kinat ddwa dwa dwaya pile pil batterie lbatri sm sabon produit klor medicament medicaments kachiyat dawa dwa_dyali 7boub lpile tide sem lma_9ate3 lma_l9ate3 essence alcool comprimes bila duwa ddawa dwa2",
  BLUE: "zre9 zra9 zar9a zraq zre9at zar9 zer9a azra9 zr9",
  UNCONSCIOUS:
    "skhef se5ef skhfat ghab gheyeb dakh makayt7arekch wa3y ghiboba makayfi9ch makayti7erekch mayfi9ch skhaf makayjawbch mabghach_yfi9 mabghatch_tfi9 makayt7rrekch makaytherrekch ghaybat",
  CONVULSION: "kayre3ed kaytchennej sre3 tachanoj kaytrr3d crise_d_epilepsie tachannouj kayra3ed katrze3 kayterred",
  BLOOD: "dem kaynzef demm kaynzf nazif ddem katnzef dmayat demayat ddm",
  BURN: "t7er9at t7re9 t7er9 7ra9 t7rqat 3afya lma_skhoun tehra9 l3afya t7er9at maghli 7rig tehreq ghali tayb",
  FALL: "ta7 tah ta7et ta7at chrjem balkon drouj ser7 taht ta7_mn tayeh dorj lbalkon chorjem",
  CHOKE: "kaytkhne9 tkhne9 cher9 7el9o kaykhtane9 mkhnou9 chra9 ykhtane9 7al9o kayt5ne9 kaytkhan9 tkhna9 kitkhne9",
  DROWN: "ghre9 ghra9 lpiscine ghare9 ghr9at",
  ADULT: "rajli jouzi zawji jozi khatibi rajel tli9i jari rajlha rajlo babahom zouji khouya mari mrati 3mmi",
  THREAT:
    "bgha_ye9telni bgha_y9telni baghi_y9telni kayhdedni kayheddedni yhdedni 7absni sadd_3lia khayfa_mn ghay9tlni y9telni ye9tolni khne9ni hdedni ghadi_y9telni kayhdded yqtelni katel sed_3lia kaykhwefni yedba7ni khayfa_men kaykhne9ni 9telni ghaye9tlni hadedni kayhadedni yehdedni",
  BEAT_UP:
    "kaydrebni drebni ydrebni kaydrabni yedrebni kaydrbni drabni ghtasbni t3edda kaydrebna kay3nefni 3onf l3onf kayslekhni slekhni kaydrebha ydrbni ightisab kadrebni ta7arroch kaydrabna kaydrb_mrto kaydreb_mratou yadrobni kayderbni drbni tayderbni taydrebni kidrebni kidrabni yidrobni yedrobni bidrobni kayserfe9ni",
  WEAPON: "mous skkin sekin lmous bmous jenwi sekkina couteau bjenwi",
  DEATH_WISH:
    "bghit_nmout n9tel_rassi n9tel_rasi nmout_7sen ma_bghitch_n3ich mabghitch_n3ich bghit_nmot n7eb_nmout nentaher ntahr nente7er mabaghach_n3ich nmout_w_nrta7 bedi_mout intihar mab9itch_bagha_n3ich ma_b9itch_baghi_n3ich n7oseb_lmout l7ayat_ma_b9at nsali_m3a_7yati 9tel_rassi lmout_7sen bghit_nintahir badi_mout ma_baghich_n3ich baghi_nmout bagha_nmout nlou7_rassi nssali_7yati kanfker_f_lmout kanfekker_nmout ma_n7ebch_n3ich bagha_nmot",
  HELP: "3te9ouni 3t9ouni 3tqouni 3awnouni 3te9oni l7e9ouni l7gouni sa3douni deghya 3tequni s3founi 3awnoni l7gni nejdouni dghya 3afakom_deghya",
  NEIGHBOUR: "jiran ljiran jarti jari jirani jarna",
  AMBULANCE: "ambulance lambulance police lpolice bolis 112 sbitar is3af",
  DEAD: "mat maytin mout ymout kaymout mayt matet ghaymout katmout",
  WAKE: "makayfi9ch ma_bghach_yfi9 ma_fa9ch nfey9o mabghach_yfi9 mafa9ch nfi9o nfiyqo ma_kayfi9ch",
};
