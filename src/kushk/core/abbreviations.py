"""Words that a full stop does not end a sentence after, and words that begin one, by language.

Each is written without its last full stop and case folded. ``TITLES`` never end a sentence: a name or the rest of the
phrase follows. ``NUMBERED`` do not when a number follows. ``EITHER`` may: they do when the next word is one that
sentences begin with (``STARTERS``), as in "in the U.S. The".
"""

from __future__ import annotations


def _table(entries: dict[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in entries.items()}


TITLES = _table(
    {
        "": "mr mrs ms mx dr drs prof st ste mt rev hon capt cmdr col gen lt maj sgt cpl pvt adm vs cf viz resp "
        "approx ca ph e.g i.e ibid op.cit ed eds trans vol fig figs al.e m.sc b.sc dipl ing",
        "en": "messrs mmes gov sen rep reps sens supt insp det pres atty amb brig asst assoc fr sr.mgr gens profs "
        "drs "
        "hr ald fmr esp incl nee v pfc spc cdr ens adj cpt msgr br dept est",
        "de": "hr hrn fr fa frl dipl.-ing z.b u.a d.h bzw evtl ggf inkl exkl sog bspw vgl s.o s.u geb gest verh z.t "
        "i.d.r "
        "u.u m.e o.ä z.zt z.b. z.hd phil med jur rer nat h.c sen jun k.u.k st str",
        "fr": "m mm mme mmes mlle mlles me mgr pr dr docteur st ste sts stes c.-à-d p.ex ex env boul av cf adj gén "
        "col "
        "lt cap cdt sgt",
        "es": "sr sra srta sres sras srtas d dña dra dres prof profa lic ing arq gral cnel cap tte sto sta san mons "
        "p.ej ej excmo excma ilmo ilma fco vda av avda pte ud uds vd vds",
        "it": "sig sigg sig.ra sig.na sig.re dott dott.ssa dr avv ing arch geom rag on sen prof prof.ssa mons don s "
        "ss "
        "gen col magg cap ten serg p.es ad.es cfr",
        "pt": "sr sra srs sras srta d dr dra drs dras prof profa eng enga exmo exma v.exa ex gen cel cap ten sgt "
        "p.ex "
        "sto sta mons pe av rod",
        "nl": "dhr mevr mw mej drs dr ing ir mr prof ds jhr gebr bijv bv d.w.z o.a m.b.t t.a.v i.p.v m.a.w z.g zgn "
        "resp "
        "incl excl ca max min st ev",
        "sv": "hr fru dr prof t.ex bl.a dvs d.v.s s.k m.fl resp inkl exkl ca kl st s:t f.d",
        "da": "hr fr dr prof f.eks bl.a dvs ca inkl ekskl kl skt cand mag pga vedr",
        "no": "hr fru dr prof f.eks bl.a dvs ca inkl ekskl kl st pga jf",
        "fi": "esim mm ns hra rva nti prof tri tohtori ks vrt v huom",
        "pl": "p pp pan dr prof hab inż mgr lek doc ks św bł bp abp kard gen płk ppłk mjr kpt por sierż ul al pl os "
        "np "
        "m.in tzw tj tzn im red woj pow gm wg wyd por",
        "cs": "p pí sl dr prof doc ing mgr bc mudr judr rndr phdr paeddr mvdr phmr sv gen plk mjr kpt tzv např resp "
        "tj "
        "tzn mj č čp ul nám tř",
        "sk": "p pí sl dr prof doc ing mgr bc mudr judr rndr phdr sv gen plk mjr kpt tzv napr resp tj ul nám č",
        "hu": "dr prof ifj id özv szt ún pl vö ill kb dr.-ing",
        "ro": "dl dna dra d-l dr prof ing gen col cpt lt sf str bd nr.crt ex cca",
        "tr": "dr prof doç yrd av sn hz org orgn gen alb yb bnb yzb tğm mah cad sok bkz örn öğr gör ör m.ö m.s uzm "
        "op "
        "dz",
        "id": "bpk bp ibu sdr sdri yth dr dra drs ir prof h hj kh tn ny nn a.n u.b s.d jl gg kel kec kab komjen "
        "brigjen "
        "letjen mayjen jend kol mhd muh moh",
        "ms": "en pn cik dr prof tn hj hjh dato datuk yb yab yh jln kg tmn sdn mohd muhd abd md",
        "sw": "bw bi dkt mhe prof n.k k.m mch sheikh",
        "ru": "г-н г-жа гр тов проф акад доц канд инж им ул пер пл просп пр-т наб бул ш обл р-н пос дер св преп о "
        "т.е "
        "т.н т.к напр ср см рис табл стр и.о в.п англ нем фр лат греч род ген полк подп кап лейт ст ред сост изд",
        "uk": "п пан д-р проф акад доц ім вул пров пл просп бул обл р-н св о т.зв т.б напр див мал табл стор в.о "
        "англ "
        "ред",
        "bg": "г-н г-жа д-р проф доц акад инж арх св ул бул пл т.е т.нар напр вж ген полк",
        "sr": "г гђа др проф инж св ул бр тзв нпр тј gdin dr prof inž sv ul npr tzv tj",
        "hr": "g gđa dr prof inž mr sv ul npr tzv tj sc",
        "el": "κ κκ κα δρ καθ πρβλ π.χ δηλ βλ αγ οδ λεωφ λ.χ",
        "ca": "sr sra srs dr dra prof st sta av ctra p.ex",
        "ar": "د أ م أ.د م.م ا.د ش",
        "fa": "د دکتر ر.ک",
        "ur": "ڈاکٹر ڈاکڑ پروفیسر ڈ",
        "he": "עמ טל רח",
        "hi": "डॉ डा श्री श्रीमती सुश्री पं प्रो कु मो स्व ले कर्नल रु रू मि मिस सं जि ए बी सी डी ई एफ जी एच आई जे "
        "के "
        "एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड ज़ेड कि.मी कि.ग्रा",
        "mr": "डॉ श्री श्रीमती सौ पं प्रा कु रु ए बी सी डी ई एफ जी एच आय जे के एल एम एन ओ पी क्यू आर एस टी यू व्ही डब्ल्यू एक्स वाय झेड",
        "bn": "ড ডা ডাঃ মো মোঃ মি মিসেস প্রো এ বি সি ডি এফ জি এইচ আই জে কে এল এম এন ও পি কিউ আর এস টি ইউ ভি ডব্লিউ এক্স",
        "ta": "திரு திருமதி செல்வி டாக்டர் முனை பேரா எஸ் எம் என் ஆர் கே பி சி டி ஜி வி ஏ எல் எச் ஜே யு ரூ கி.மீ கி.பி கி.மு எண்",
        "te": "డా శ్రీ శ్రీమతి ప్రొ ఎం ఎస్ ఆర్ కె పి వి జి టి డి సి ఎన్ రూ కి.మీ",
        "ml": "ഡോ ശ്രീ ശ്രീമതി പ്രൊഫ എം എസ് ആർ കെ പി വി ജി ടി ഡി സി എൻ",
        "kn": "ಡಾ ಶ್ರೀ ಶ್ರೀಮತಿ ಪ್ರೊ ಎಂ ಎಸ್ ಆರ್ ಕೆ ಪಿ ವಿ ಜಿ ಟಿ ಡಿ ಸಿ ಎನ್ ರೂ",
        "gu": "ડૉ ડો શ્રી શ્રીમતી પ્રો એ બી સી ડી એફ જી એચ જે કે એલ એમ એન ઓ પી આર એસ ટી યુ વી રૂ કિ.મી",
        "pa": "ਡਾ ਸ ਸ੍ਰੀ ਸ਼੍ਰੀ ਪ੍ਰੋ ਐਮ ਐਸ ਕੇ ਪੀ ਜੀ ਆਰ ਬੀ ਡੀ",
        "hy": "պրն տիկ դոկ պրոֆ",
        "ka": "ბ-ნი ქ-ნი აკად პროფ",
    }
)

NUMBERED = _table(
    {
        "": "no nos nr p pp vol vols art arts sec par ch chap fig figs tab n º n° nº jan feb mar apr jun jul aug sep "
        "sept oct nov dec",
        "en": "ex exh app pt cl reg c para paras ll",
        "de": "s bd abs hl abb nrn kap anm ziff aufl tel okt dez jän mär",
        "fr": "p pp n° nº chap t vol éd tél janv févr avr juil sept déc",
        "es": "núm n.º págs pág cap tomo tel ene abr ago dic",
        "it": "n nn pag pagg cap tel gen febbr giu lug ago sett ott dic",
        "pt": "n.º núm pág págs cap tel fev abr mai ago set out dez",
        "nl": "nrs blz hfst tel mrt mei okt",
        "ru": "№ с стр гл п пп ст т тт рис табл д кв стр тел н",
        "uk": "№ с ст п гл т рис д кв тел",
        "pl": "nr str s t r rys tab rozdz art ust pkt poz tel godz",
        "cs": "č str s čl odst sv obr tab kap tel",
        "tr": "no s sy cilt bl",
        "sv": "nr s sid kap fig tel",
        "id": "no hlm hal jil pas tlp",
        "ms": "no hlm jil tel",
        "ar": "ص ج ع ط رقم م هـ ق",
        "hi": "क्र सं पृ नं",
        "el": "αρ σ σελ τ κεφ τηλ",
    }
)

EITHER = _table(
    {
        "": "inc ltd corp co bros llc plc gmbh s.a s.r.l s.p.a etc et.al al jr sr esq ph.d m.d b.a m.a d.c u.s u.k "
        "u.n u.s.a e.u a.m p.m b.c a.d b.c.e c.e ave blvd rd sq bldg jan feb mar apr jun jul aug sep sept oct nov "
        "dec",
        "en": "mon tue tues wed thu thur thurs fri sat sun ft oz lb lbs hrs min mins sec p.s yd km cm kg mph a.k.a "
        "no "
        "calif mass conn wash fla pa va ill mich minn wis ore ariz colo tenn ala ga la md tex okla n.y n.j n.h "
        "n.c s.c assn intl dist univ natl mfg",
        "de": "usw u.s.w etc ff u.a.m bzgl mio mrd tsd mrd std min sek v.chr n.chr jh jhd tel zzgl",
        "fr": "etc av.j.-c apr.j.-c j.-c min cie sté",
        "es": "etc ee.uu ee uu a.c d.c a.m p.m cía s.a.de.c.v depto dpto",
        "it": "ecc a.c d.c s.p.a",
        "pt": "etc a.c d.c ltda cia s.a",
        "nl": "enz e.d e.v.a v.chr n.chr mln mld",
        "sv": "osv m.m o.s.v f.kr e.kr milj",
        "da": "osv m.m m.v f.kr e.kr mio mia",
        "no": "osv m.m f.kr e.kr mill mrd",
        "fi": "jne ym yms eaa jaa milj",
        "pl": "itd itp in mln mld tys zł gr r w n.e p.n.e sp.z.o.o ok",
        "cs": "atd apod aj tis mil mld kč př.n.l n.l hod min s.r.o a.s",
        "sk": "atď pod tis mil mld hod min s.r.o a.s",
        "hu": "stb kft zrt bt rt i.e i.sz",
        "ro": "etc mil mld î.hr d.hr s.a s.r.l",
        "tr": "vb vs vd a.ş ltd.şti şti",
        "id": "dll dsb dst tbk cs",
        "ms": "dll dsb bhd",
        "sw": "n.k nk k.k b.k",
        "ru": "г гг в вв др пр т.д т.п т тыс млн млрд трлн руб коп н.э до.н.э мин сек час ч км м см кг долл чел экз",
        "uk": "р рр ст ін т.д т.п тис млн млрд трлн грн коп н.е хв год км м см кг",
        "bg": "г гг в др т.н млн млрд хил лв ст мин сек",
        "el": "κ.λπ κλπ κ.ά κ.ο.κ μ.χ π.χ δρχ εκατ δισ χιλ",
        "ar": "إلخ الخ ق.م هـ م",
        "fa": "ق.م م هـ.ش ه.ش ه.ق",
        "ur": "وغیرہ",
    }
)

STARTERS = _table(
    {
        "en": "a about according across after again against all almost already also although always among an and "
        "another any are as at based because before behind both but by can despite did do does during each either "
        "even every few finally first following for former from further given had has have he her here his how "
        "however i if in indeed instead is it its just last later like many may maybe meanwhile more moreover "
        "most much my nearly neither never nevertheless next no nobody none nor not nothing now of officials on "
        "once one only or other our over people perhaps police rather several she should similarly since so some "
        "somebody soon still such that the their then there therefore these they this those though thus to today "
        "together two under unless unlike until upon was we well were what when where whether which while who "
        "whose why will with within without would yes yet you your",
        "de": "aber alle allerdings als am an auch auf aus bei beide bis da dabei dadurch dafür daher damit danach "
        "dann "
        "daraufhin darum das dass davon dazu dem den denn dennoch der derzeit des deshalb die dies diese dieser "
        "dieses doch dort drei durch ein eine einem einen einer eines er erst es etwa für gegen hier ich ihr ihre "
        "im in insgesamt ist jede jeder jedoch jetzt kein keine laut man mehr mein mit nach nachdem nicht noch "
        "nun nur ob obwohl oder ohne schon sein seine seit seitdem sie sind so sobald sogar sollte später statt "
        "trotz über um und unser unter viele vom von vor während wann war warum was weil weitere welche wenn wer "
        "werden wie wir wird wo zu zudem zuletzt zum zur zwar zwei zwischen",
        "fr": "à afin ainsi alors après au aucun aujourd'hui aussi autant avant avec beaucoup bien car ce ceci cela "
        "celle celui cependant certains ces cet cette ceux chacun chaque comme comment dans de depuis des deux "
        "dès donc du elle elles en encore enfin ensuite entre est et il ils j' je jusqu'à l' la là le les leur "
        "leurs lors lorsque mais malgré même mon ne néanmoins ni non nos notre nous on or où ou par parce parmi "
        "pendant personne peu plus plusieurs pour pourquoi pourtant près puis quand que quel quelle quelques qui "
        "sa sans se selon ses si sinon soit son sous sur ta tandis tel tous tout toute toutes très trois tu un "
        "une vers voici voilà vos votre vous",
        "es": "a además ahora al algunos ante antes así aún aunque bajo cada casi como con contra cuando cuya dado "
        "de "
        "del desde después donde dos durante él el ella ellos en entonces entre era es esa esas ese eso esos esta "
        "está estas este esto estos fue ha hasta hay hoy igualmente incluso la las le lo los luego más me mi "
        "mientras mucho muchos muy nada ni ninguno no nos nosotros nuestra nuestro o otra otro otros para pero "
        "poco por porque posteriormente pues qué que quien se según ser si sí sin sino sobre solo son su sus "
        "también tampoco tan todo todos tras tres tu un una uno unos usted y ya yo",
        "it": "a ad ai al alla alle anche ancora appena c' che chi ci ciò come con così da dal dalla davanti degli "
        "dei "
        "del della delle di dopo dove due durante e è ed era essa essi fino fra già gli i il in infatti inoltre "
        "invece io l' la le lei lo loro lui ma mentre molti nel nella nelle nessuno no noi non nonostante o oggi "
        "ogni ora per perché però più poi prima qualcuno quando quasi quella quelle quello questa queste questi "
        "questo qui se secondo sempre senza si sia solo sono sotto su sua sue sugli sul sulla suo tra tre tutta "
        "tutti tutto un una uno vi",
        "pt": "a à acima agora ainda além algo alguns antes ao aos apenas apesar após aquela aquele as assim até "
        "cada "
        "com como contra contudo da das de depois desde do dois dos durante e é ela elas ele eles em enquanto "
        "então entre era essa esse esta este eu foi há hoje isso isto já la mais mas mesmo meu muito muitos na "
        "não nas nem nenhum no nos nós nossa nosso o onde os ou outra outro para pela pelo pois por porém porque "
        "portanto quando quase que quem se segundo sem sempre ser seu seus sob sobre sua suas também tão toda "
        "todos três tudo um uma uns você",
        "nl": "aan al alle als alleen ander bij daar daarna dan dat de deze die dit door dus echter een eerst elk en "
        "er "
        "geen haar had heeft hem het hier hij hoe hun ik in is ja je kan maar meer men met mijn na naar nee niet "
        "nog nu of om omdat onder ons onze ook op over sinds te tegen ten terwijl toch toen tot tussen uit van "
        "vanaf veel verder vijf volgens voor waar waarom wanneer want was wat we wel wie wij zij ze zijn zo "
        "zonder zowel zou",
        "ru": "а без более больше будет был была были было в вам вас ваш вдруг ведь весь во вот все всё всего вы где "
        "да "
        "даже два для до его ее её если есть еще ещё же за здесь и из или им именно их к как какой когда который "
        "кроме кто ли лишь между меня мне многие может мой мы на над надо наш не него нее нет ни никто но ну о об "
        "однако он она они оно от очень перед по под поэтому после потом потому почему почти при про раньше с сам "
        "свой сегодня сейчас сначала со среди так также такой там тем теперь то тогда того тоже только три тут ты "
        "у уже хотя чем через что чтобы эта эти это этот я",
        "uk": "а але без більше був була були було в вам вас ваш ви він вона вони воно все всі де для до його є з за "
        "зараз і із її їх й як який якщо коли крім ми на над наш не немає ні нині о однак от перед під після по "
        "поки при про проте сьогодні та так також там тепер ти то тоді тому три тут у хто хоча це цей ця ці через "
        "чому що щоб я",
        "pl": "a ale bez bo był była było były by być co czy dla dlaczego do dwa dziś gdy gdzie i ich im ja jak "
        "jednak "
        "jego jej jest jeśli jeszcze już kiedy kto która które który ma mimo między można my na nad nie nikt o od "
        "on ona one oni oraz po pod podczas ponadto potem przed przez przy są sam się skąd także tak tam te ten "
        "teraz to tu tylko tym u w według więc wszyscy z za ze że",
        "sv": "alla allt att av de den denna dessa det detta där efter en enligt ett flera för från genom han hans "
        "har "
        "hon hur här i inte jag kan man med men mot någon när nu och också om på samma sedan sin som så till "
        "trots två under upp ut var vi vid vad är även över",
        "tr": "ama ancak artık aynı bazı ben bir birçok biz bu böyle buna bunun çok çünkü da daha de değil diğer "
        "eğer "
        "en fakat gibi hem hiç her için ile ise kadar ki kim o olarak oysa onlar onun öte sadece siz son sonra "
        "şimdi şu tüm ve veya ya yani yine",
        "id": "ada adalah agar akan akhirnya aku anda apa atau bagi bahkan bahwa banyak beberapa berdasarkan bila "
        "bukan "
        "dalam dan dari demikian dengan di dia dua hal hanya hari ia ini itu jadi jika juga kami karena ke "
        "kemudian kepada ketika kini kita lalu maka meski meskipun mereka menurut namun oleh pada para saat saya "
        "sebagai sebelum sebuah sebelumnya sedangkan sehingga sejak sejumlah selain selama semua seorang setelah "
        "setiap seperti siapa sudah tak tapi telah tentang tersebut tetapi tidak untuk yang",
        "sw": "alisema aliongeza aidha ambao baada baadhi bado bila hadi haya hata hii hivyo hiyo huku huo hapo ila "
        "ili "
        "ingawa ikiwa jambo je kabla kama katika kila kisha kuna kutoka kwa kwamba lakini licha mara mimi mtu na "
        "ni nini pia sasa sisi tangu tena tu vile wa wakati wao watu wewe ya yeye za",
    }
)
STARTERS["ms"] = STARTERS["id"]
