"""Stories written for these tests, in many languages; the words are the project's own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    language: str
    site: str
    headline: str
    standfirst: str
    author: str
    by: str
    shown_date: str
    subheading: str
    caption: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...]
    quote: str
    related: tuple[str, ...]
    words: dict[str, str]
    """The site's furniture: share, related, newsletter, advert, comments, copyright."""
    published: str = "2024-03-14"


def _words(share: str, related: str, newsletter: str, advert: str, comments: str, rights: str) -> dict[str, str]:
    return {"share": share, "related": related, "newsletter": newsletter, "advert": advert, "comments": comments, "rights": rights}


STORIES = {
    story.language: story
    for story in (
        Story(
            "en", "The Harbour Post", "Night ferry returns after eleven years", "The boat that tied two islands together sails again, with fewer cabins and more cargo.",
            "Maren Oakes", "By", "14 March 2024", "A slow start", "The ferry leaves the old quay on its first night.",
            ("The night ferry between the two islands sailed again on Thursday, eleven years after the company that ran it went out of business.",
             "About ninety people were on board, many of them with relatives on the other side whom they had not visited since the last crossing.",
             "“I used to sleep on deck in summer,” said Ida Brandt, a retired teacher. “You woke up and there was another country in front of you.”",
             "The new operator has cut the number of cabins by half and uses the space for lorries, which pay for most of the route.",
             "Tickets cost slightly more than a flight, but a family with a car still saves money, according to the timetable published last week.",
             "Whether the service lasts through the winter depends on the harbour council, which decides in June how much it will pay."),
            ("Departure at nine in the evening", "Arrival at six in the morning", "Three crossings a week until autumn"),
            "You woke up and there was another country in front of you.",
            ("Harbour council delays vote on the new pier", "Why small ports are losing their customs officers", "A lighthouse keeper looks back on forty years"),
            _words("Share this article", "Related stories", "Sign up for our newsletter and get the best stories in your inbox every morning.", "Advertisement", "Comments", "© 2024 The Harbour Post. All rights reserved."),
        ),
        Story(
            "de", "Talblatt", "Ein Dorf kauft seinen Wald zurück", "Zwölf Jahre lang gehörte der Hang einem Fonds, nun verwalten ihn wieder die Nachbarn.",
            "Jörg Haldner", "Von", "14. März 2024", "Der Preis der Stille", "Der Hang oberhalb der Kirche im Februar.",
            ("Die Gemeinde hat am Donnerstag beschlossen, den Wald oberhalb der Kirche zurückzukaufen, den sie vor zwölf Jahren an einen Fonds verkauft hatte.",
             "In der Turnhalle stimmten 412 Bürgerinnen und Bürger dafür, neun dagegen; so viele waren seit Jahrzehnten nicht mehr zu einer Versammlung gekommen.",
             "„Wir haben damals geglaubt, dass Bäume nur Geld kosten“, sagte die Bürgermeisterin. „Heute wissen wir, was der Schatten wert ist.“",
             "Der Kaufpreis liegt unter dem Betrag, den der Fonds verlangt hatte, weil ein Drittel der Fichten im vergangenen Sommer vertrocknet ist.",
             "Gepflanzt werden sollen nun Eichen und Ahorne, dazu ein Weg, den auch Menschen im Rollstuhl benutzen können.",
             "Die ersten Setzlinge kommen im Herbst, und wer eine Schaufel besitzt, ist eingeladen, sie mitzubringen."),
            ("Eichen am oberen Hang", "Ahorn entlang des Baches", "Ein ebener Weg bis zur Quelle"),
            "Heute wissen wir, was der Schatten wert ist.",
            ("Warum die Mühle am Bach wieder mahlt", "Bürgerbus fährt künftig auch am Sonntag", "Das letzte Gasthaus sucht einen Wirt"),
            _words("Artikel teilen", "Mehr zum Thema", "Newsletter abonnieren und nichts mehr aus der Region verpassen.", "Anzeige", "Kommentare", "© 2024 Talblatt. Alle Rechte vorbehalten."),
        ),
        Story(
            "fr", "Le Quai", "La dernière imprimerie du port change de mains", "Trois apprentis reprennent l’atelier et promettent de garder les presses en plomb.",
            "Solène Kerival", "Par", "14 mars 2024", "Un métier de patience", "L’atelier donne sur le bassin depuis 1931.",
            ("L’imprimerie du quai Nord, ouverte en 1931, ne fermera pas : trois anciens apprentis ont signé jeudi l’acte de reprise chez le notaire.",
             "Le propriétaire, âgé de 78 ans, cherchait un successeur depuis six ans et avait déjà vendu une partie de ses caractères à un musée.",
             "« On nous disait que c’était fini, que plus personne ne voulait attendre », raconte l’une des repreneuses. « Or nos clients attendent volontiers. »",
             "L’atelier imprimera des affiches, des faire-part et les menus de quelques restaurants de la côte, toujours sur les machines d’origine.",
             "La mairie a accordé un prêt sans intérêt, à condition que les écoles de la ville puissent visiter les lieux une fois par mois.",
             "La réouverture est prévue au début de l’été, après la réparation du toit et le contrôle des installations électriques."),
            ("Des affiches pour le théâtre", "Des faire-part à la commande", "Des visites pour les écoles"),
            "Or nos clients attendent volontiers.",
            ("Le marché aux poissons retrouve sa halle", "Ce que les marées apprennent aux architectes", "Un phare à vendre, sans eau ni électricité"),
            _words("Partager cet article", "Lire aussi", "Inscrivez-vous à notre newsletter pour recevoir l’actualité du port.", "Publicité", "Commentaires", "© 2024 Le Quai. Tous droits réservés."),
        ),
        Story(
            "es", "La Vereda", "El barrio que aprendió a guardar la lluvia", "Cien depósitos en las azoteas evitan los cortes de agua que antes duraban semanas.",
            "Lucía Ferrán", "Por", "14 de marzo de 2024", "Una idea prestada", "Una vecina revisa el depósito de su azotea.",
            ("Los vecinos de la ladera ya no esperan al camión cisterna: desde enero beben, cocinan y riegan con la lluvia que recogen en sus azoteas.",
             "El proyecto empezó con seis depósitos de segunda mano y hoy reúne a más de cien familias, que se turnan para limpiar los filtros.",
             "«Mi abuela lo hacía con cántaros y nadie lo llamaba innovación», dice Marta Rueda mientras sube la escalera con una llave inglesa.",
             "El ayuntamiento ha medido la calidad del agua en doce casas y asegura que cumple la norma, siempre que se hierva antes de beberla.",
             "Cada instalación cuesta lo mismo que tres meses de agua comprada, y un fondo común adelanta el dinero a quien no lo tiene.",
             "El próximo paso es llevar el sistema a la escuela, donde los alumnos ya han dibujado los planos en la clase de matemáticas."),
            ("Un depósito por azotea", "Un filtro de arena y carbón", "Un turno de limpieza cada mes"),
            "Mi abuela lo hacía con cántaros y nadie lo llamaba innovación.",
            ("La escuela que abre también de noche", "Un mapa de las fuentes olvidadas", "El autobús que sube donde no llega nadie"),
            _words("Compartir", "Te puede interesar", "Suscríbete a nuestro boletín y recibe cada mañana las noticias del barrio.", "Publicidad", "Comentarios", "© 2024 La Vereda. Todos los derechos reservados."),
        ),
        Story(
            "ru", "Речной листок", "Паром вернулся на северную переправу", "Два посёлка снова связаны с городом, но зимой придётся ждать льда.",
            "Анна Велихова", "Автор:", "14 марта 2024", "Долгая зима", "Первый рейс парома после ремонта.",
            ("На северной переправе в четверг снова заработал паром, который три года стоял на ремонте из-за отсутствия двигателя нужной мощности.",
             "За это время жители двух посёлков добирались до города в объезд, и дорога занимала почти четыре часа вместо сорока минут.",
             "«Мы уже не верили, что дождёмся», — говорит фельдшер Ольга Тихонова, которая первой заехала на палубу на своей старой машине.",
             "Паром будет ходить с шести утра до десяти вечера, а в дни половодья расписание станут вывешивать у пристани каждое утро.",
             "Проезд для местных жителей останется бесплатным, остальные заплатят столько же, сколько стоит билет на пригородный автобус.",
             "Мост через реку обещают построить через пять лет, однако проекта пока нет, и в посёлках к этому сроку относятся с улыбкой."),
            ("Первый рейс в шесть утра", "Последний рейс в десять вечера", "Расписание половодья у пристани"),
            "Мы уже не верили, что дождёмся.",
            ("Как школа сохранила свой сад", "Почтальон объезжает сорок деревень", "Музей лодок открылся в старом амбаре"),
            _words("Поделиться", "Читайте также", "Подпишитесь на нашу рассылку и получайте новости каждое утро.", "Реклама", "Комментарии", "© 2024 Речной листок. Все права защищены."),
        ),
        Story(
            "ar", "صحيفة المرفأ", "مكتبة عائمة تعود إلى قرى النهر", "بعد توقف دام ست سنوات تحمل السفينة ألفي كتاب إلى من لا مكتبة لهم.",
            "ليلى العمري", "بقلم:", "14 مارس 2024", "رحلة كل أسبوعين", "السفينة ترسو عند القرية الأولى صباح الخميس.",
            ("عادت المكتبة العائمة يوم الخميس إلى قرى النهر بعد ست سنوات من التوقف، وعلى متنها ألفا كتاب وطاقم من أربعة أشخاص.",
             "وانتظر عشرات الأطفال على الضفة منذ الفجر، ومنهم من لم يكن قد ولد حين رست السفينة هنا آخر مرة.",
             "وقالت أمينة المكتبة سعاد منصور: «كنا نظن أن الهواتف أخذت مكان الكتب، ثم رأينا الطابور فعرفنا أننا أخطأنا».",
             "ويمول المشروع صندوق محلي جمع تبرعات صغيرة من أهالي القرى، ويضاف إليها ما تدفعه المدارس مقابل الزيارات.",
             "وستقف السفينة يومين في كل قرية قبل أن تنتقل إلى التالية، على أن تعود إلى نقطة البداية مرة كل أسبوعين.",
             "أما في موسم الفيضان فستبقى راسية في المدينة، وتفتح أبوابها هناك لمن يريد القراءة حتى تهدأ المياه."),
            ("ألفا كتاب للكبار والصغار", "يومان في كل قرية", "قراءة بصوت عال كل مساء"),
            "رأينا الطابور فعرفنا أننا أخطأنا.",
            ("سوق السمك القديم يفتح أبوابه من جديد", "كيف تعلمت مدرسة صغيرة زراعة سطحها", "صانع القوارب الأخير يبحث عن تلميذ"),
            _words("شارك المقال", "اقرأ أيضا", "اشترك في نشرتنا البريدية لتصلك أهم الأخبار كل صباح.", "إعلان", "التعليقات", "جميع الحقوق محفوظة © 2024 صحيفة المرفأ"),
        ),
        Story(
            "fa", "روزنامه کرانه", "آسیاب آبی روستا دوباره می‌چرخد", "سه برادر سنگ آسیاب پدربزرگ را تعمیر کردند و نان روستا عوض شد.",
            "مهسا رستگار", "نویسنده:", "۲۴ اسفند ۱۴۰۲", "سنگ صد ساله", "سنگ تازه‌تراش آسیاب پیش از نصب.",
            ("آسیاب آبی روستا که سی سال پیش از کار افتاده بود، روز پنجشنبه با آب چشمهٔ بالادست دوباره به گردش درآمد.",
             "سه برادر که کار تعمیر را بر عهده داشتند، می‌گویند سنگ اصلی هنوز سالم بود و تنها محور چوبی آن پوسیده بود.",
             "نانوای روستا می‌گوید: «آرد این آسیاب دیر کهنه می‌شود و بوی گندم می‌دهد؛ مشتری‌ها از روز اول فهمیدند.»",
             "هزینهٔ کار را اهالی با فروش گردو و عسل فراهم کردند و بخشداری نیز راه رسیدن به آسیاب را هموار کرد.",
             "آسیاب هفته‌ای سه روز کار می‌کند تا آب برای باغ‌ها هم بماند، و نوبت هر خانواده روی تخته‌ای نوشته می‌شود.",
             "بازدید از آن برای گردشگران رایگان است، به شرط آنکه پیش از ظهر بیایند و کفش‌هایشان را بیرون درآورند."),
            ("شنبه برای گندم", "دوشنبه برای جو", "چهارشنبه برای مهمانان"),
            "مشتری‌ها از روز اول فهمیدند.",
            ("باغ‌های گردو زیر سایهٔ خشکسالی", "معلمی که با قایق به مدرسه می‌رود", "قنات هزارساله ثبت ملی شد"),
            _words("اشتراک گذاری", "بیشتر بخوانید", "ما را در شبکه‌های اجتماعی دنبال کنید", "تبلیغات", "نظرات", "کلیه حقوق برای روزنامه کرانه محفوظ است."),
        ),
        Story(
            "he", "דף השכונה", "הגינה שצמחה על גג החניון", "מאה ערוגות במקום מאה מכוניות, ורשימת ההמתנה רק מתארכת.",
            "נועה ברקאי", "מאת", "14 במרץ 2024", "אדמה במשאית", "הערוגות הראשונות על הגג.",
            ("על גג החניון הישן במרכז העיר נפתחה ביום חמישי גינה קהילתית ובה מאה ערוגות, אחת לכל משפחה שנרשמה מראש.",
             "העירייה הביאה את האדמה בעשרים משאיות, והתושבים בנו בעצמם את המדרגות ואת מערכת ההשקיה במשך שישה סופי שבוע.",
             "״אמרו לנו ששום דבר לא יגדל כאן״, אומרת רותי שחר, גמלאית, ומצביעה על שורה של חסות. ״אז הנה, שום דבר לא גדל יפה.״",
             "המים מגיעים ממי הגשמים שנאספים בקומה התחתונה, ובקיץ יושלמו ממזגני הבניין הסמוך.",
             "כל משפחה משלמת סכום סמלי בשנה ומתחייבת לתרום שעה בחודש לעבודה משותפת בשבילים ובעצי הפרי.",
             "רשימת ההמתנה מונה כבר שלוש מאות שמות, והעירייה בודקת עכשיו עוד שני גגות בשכונות הדרומיות."),
            ("ערוגה אחת לכל משפחה", "שעה של עבודה משותפת בחודש", "מי גשמים מן הקומה התחתונה"),
            "אמרו לנו ששום דבר לא יגדל כאן.",
            ("הספרייה תישאר פתוחה עד חצות", "מי מתקן את השעון של הכיכר", "קו אוטובוס חדש לבית החולים"),
            _words("שתפו", "קראו גם", "עקבו אחרינו והירשמו לעדכונים", "פרסומת", "תגובות", "כל הזכויות שמורות לדף השכונה 2024"),
        ),
        Story(
            "hi", "नदी समाचार", "गाँव की पुरानी बावड़ी में फिर लौटा पानी", "दो साल की मेहनत के बाद सौ परिवारों को अब टैंकर का इंतज़ार नहीं करना पड़ता।",
            "कविता राठौड़", "लेखक:", "14 मार्च 2024", "मिलकर की सफ़ाई", "बावड़ी की सीढ़ियाँ सफ़ाई के बाद।",
            ("गाँव की तीन सौ साल पुरानी बावड़ी में गुरुवार को पहली बार पानी दिखाई दिया और लोग सुबह से ही उसे देखने पहुँचने लगे।",
             "दो साल पहले यह जगह कूड़े से भरी थी और गाँव के सौ परिवार हर तीसरे दिन आने वाले टैंकर पर निर्भर थे।",
             "सरपंच मीना देवी कहती हैं, “हमने किसी का इंतज़ार नहीं किया, हर घर से एक आदमी हर रविवार को यहाँ आया।”",
             "सफ़ाई के दौरान सीढ़ियों के नीचे से पुराने बर्तन और एक पत्थर का लेख भी मिला, जिसे संग्रहालय को दे दिया गया है।",
             "पानी की जाँच अभी चल रही है, तब तक इसका उपयोग केवल सिंचाई और पशुओं के लिए किया जाएगा।",
             "पंचायत अब पास के दो और गाँवों की मदद करना चाहती है, जहाँ ऐसी ही बावड़ियाँ बरसों से बंद पड़ी हैं।"),
            ("हर रविवार को श्रमदान", "पानी की जाँच हर महीने", "पशुओं के लिए अलग घाट"),
            "हमने किसी का इंतज़ार नहीं किया।",
            ("स्कूल की छत पर लगा सौर ऊर्जा का संयंत्र", "डाकिये ने पूरी की पचास साल की सेवा", "मेले में लौटे मिट्टी के खिलौने"),
            _words("शेयर करें", "यह भी पढ़ें", "ताज़ा खबरों के लिए हमें फॉलो करें", "विज्ञापन", "टिप्पणियाँ", "© 2024 नदी समाचार। सर्वाधिकार सुरक्षित"),
        ),
        Story(
            "zh", "江岸日报", "老渡口重开，两岸居民少走十公里", "停航八年之后，木船换成了电动船。",
            "陈远", "作者：", "2024年3月14日", "慢一点的航线", "第一班电动渡船驶离码头。",
            ("停航八年的老渡口周四重新开放，两岸居民去对面买菜、看病，不必再绕行十公里外的大桥。",
             "新的渡船用电池驱动，每次可以载三十个人和十辆自行车，单程只要六分钟，几乎听不见声音。",
             "七十岁的摆渡人老周说：“我从十六岁开始撑船，没想到退休以后还能当上船长。”",
             "渡口的票价定为一元，老人和学生免费，亏损的部分由两岸的街道共同承担。",
             "为了等这一天，码头旁的早餐店一直没有搬走，老板娘说她记得每一位老顾客的口味。",
             "如果乘客足够多，夏天还会增加夜班船，让在工业区上班的人可以坐船回家。"),
            ("早上六点第一班", "单程六分钟", "老人和学生免费"),
            "没想到退休以后还能当上船长。",
            ("旧粮仓变成了社区图书馆", "菜市场里的修表匠", "城墙下的夜间课堂"),
            _words("分享到", "相关阅读", "关注我们的公众号，获取更多新闻", "广告", "评论", "版权所有 未经授权不得转载"),
        ),
        Story(
            "ja", "みなと新報", "閉校した小学校が島の図書館に", "本棚は卒業生が一つずつ作った。",
            "佐伯みなみ", "記者", "2024年3月14日", "夜も開く理由", "教室の窓から海が見える図書館。",
            ("五年前に閉校した島の小学校が木曜日、図書館として生まれ変わり、朝から多くの住民が訪れた。",
             "本棚はかつての卒業生が一人一つずつ作ったもので、裏側には名前と卒業した年が刻まれている。",
             "館長の大野さんは「子どもが減った島に図書館はいらないと言われたが、大人こそ本を待っていた」と話す。",
             "蔵書は約八千冊で、その半分は全国から寄せられたものだ。漁に出る人のために夜九時まで開いている。",
             "給食室だった部屋では島の食材を使った食事を出し、売り上げは新しい本を買う費用に充てられる。",
             "来月からは船で隣の島にも本を届ける予定で、すでに二十人が登録を済ませたという。"),
            ("蔵書は約八千冊", "夜九時まで開館", "隣の島へ船で配達"),
            "大人こそ本を待っていた。",
            ("定期船の時刻表が十年ぶりに変わる", "灯台の灯を守る三代目", "港の市場で若い店主が増えている"),
            _words("シェアする", "関連記事", "公式LINEをフォローする", "広告", "コメント", "無断転載を禁じます"),
        ),
        Story(
            "ko", "강변일보", "사라졌던 새벽 시장이 다시 열렸다", "상인들은 손님보다 먼저 서로를 반겼다.",
            "윤서진", "글", "2024년 3월 14일", "네 시의 불빛", "새벽 네 시, 시장에 다시 불이 켜졌다.",
            ("강변의 새벽 시장이 목요일 칠 년 만에 다시 문을 열었고, 첫날부터 좁은 골목이 사람들로 가득 찼다.",
             "재개발로 흩어졌던 상인 예순 명 가운데 마흔 명이 돌아왔으며, 나머지 자리는 젊은 농부들이 채웠다.",
             "두부를 파는 박순자 씨는 “손님이 아니라 옆 가게 사람들이 보고 싶어서 돌아왔다”고 말했다.",
             "시장은 새벽 네 시에 열어 아침 아홉 시에 닫고, 그 뒤에는 동네 아이들이 놀이터로 쓸 수 있다.",
             "구청은 지붕과 화장실을 새로 지었지만 가게의 간판은 옛 모습 그대로 두기로 했다.",
             "다음 달부터는 버스 첫차 시간도 시장에 맞추어 삼십 분 앞당겨질 예정이다."),
            ("새벽 네 시 개장", "아침 아홉 시 폐장", "첫차는 삼십 분 일찍"),
            "옆 가게 사람들이 보고 싶어서 돌아왔다.",
            ("폐교에서 열리는 작은 음악회", "등대지기의 마지막 겨울", "섬마을에 돌아온 우체국"),
            _words("공유하기", "관련기사", "구독하기", "광고", "댓글", "무단 전재 및 재배포 금지"),
        ),
        Story(
            "th", "ข่าวริมน้ำ", "เรือเมล์สายเก่ากลับมาวิ่งอีกครั้ง", "ชาวบ้านสองฝั่งไม่ต้องอ้อมสะพานอีกต่อไปหลังรอมานานเก้าปี",
            "นภา สายชล", "โดย", "14 มีนาคม 2567", "ออกแต่เช้า", "เรือเที่ยวแรกออกจากท่าเก่าในเช้าวันพฤหัสบดี",
            ("เรือเมล์สายเก่าที่หยุดไปเก้าปีกลับมาวิ่งอีกครั้งเมื่อวันพฤหัสบดี ท่ามกลางชาวบ้านหลายร้อยคนที่มารอตั้งแต่เช้ามืด",
             "เรือลำใหม่ใช้ไฟฟ้าทั้งหมด รับผู้โดยสารได้สี่สิบคน และใช้เวลาข้ามแม่น้ำเพียงเจ็ดนาทีเท่านั้น",
             "ป้าสมศรีซึ่งขายขนมที่ท่าเรือมาสามสิบปีบอกว่า “นึกว่าจะไม่ได้ยินเสียงระฆังเรืออีกแล้ว”",
             "ค่าโดยสารอยู่ที่ห้าบาท นักเรียนและผู้สูงอายุขึ้นฟรี ส่วนที่ขาดเทศบาลทั้งสองฝั่งช่วยกันจ่าย",
             "นอกจากรับส่งคนแล้ว เรือยังขนผักและผลไม้จากสวนมาขายที่ตลาดในเมืองทุกเช้าวันเสาร์อีกด้วย",
             "หากมีผู้โดยสารมากพอ เทศบาลจะเพิ่มเที่ยวเรือตอนค่ำในช่วงปลายปีเพื่อให้คนทำงานกลับบ้านได้สะดวก"),
            ("เที่ยวแรกหกโมงเช้า", "ข้ามฟากเจ็ดนาที", "นักเรียนขึ้นฟรี"),
            "นึกว่าจะไม่ได้ยินเสียงระฆังเรืออีกแล้ว",
            ("ห้องสมุดบนรถไฟขบวนสุดท้าย", "ครูที่สอนหนังสือในสวนยาง", "ตลาดน้ำที่ไม่มีนักท่องเที่ยว"),
            _words("แชร์", "ข่าวที่เกี่ยวข้อง", "ติดตามเราทางโซเชียลมีเดีย", "โฆษณา", "ความคิดเห็น", "สงวนลิขสิทธิ์ ข่าวริมน้ำ"),
        ),
        Story(
            "sw", "Gazeti la Pwani", "Shule ya kijiji yapata maktaba yake ya kwanza", "Wazazi walijenga rafu na wanafunzi wakaandika orodha ya vitabu wanavyotaka.",
            "Neema Juma", "Na", "14 Machi 2024", "Vitabu kwa mashua", "Wanafunzi wakipanga vitabu siku ya kwanza.",
            ("Shule ya msingi ya kijiji ilifungua maktaba yake ya kwanza siku ya Alhamisi, baada ya wazazi kujenga rafu kwa mbao za mashua za zamani.",
             "Vitabu mia tisa vilifika kwa mashua kutoka mjini, na wanafunzi walivipokea ufukweni kwa nyimbo walizotunga wenyewe.",
             "“Nilidhani vitabu ni vya watu wa mjini tu,” alisema Asha, mwenye umri wa miaka kumi, akishika kitabu cha hadithi mkononi.",
             "Mwalimu mkuu anasema maktaba itakuwa wazi hata jioni ili wazazi wanaojifunza kusoma waweze kuitumia bila malipo.",
             "Kila darasa lina siku yake, na kitabu kinaweza kukaa nyumbani kwa wiki mbili kabla ya kurudishwa.",
             "Kijiji jirani tayari kimeomba msaada, na wazazi wameahidi kujenga rafu nyingine wakati wa likizo."),
            ("Vitabu mia tisa", "Wiki mbili kwa kila kitabu", "Milango wazi hata jioni"),
            "Nilidhani vitabu ni vya watu wa mjini tu.",
            ("Wavuvi warudisha matumbawe baharini", "Daraja jipya laokoa saa mbili za safari", "Mpishi anayefundisha kwa redio"),
            _words("Shiriki", "Habari zinazohusiana", "Jiunge na jarida letu", "Tangazo", "Maoni", "© 2024 Gazeti la Pwani. Haki zote zimehifadhiwa."),
        ),
    )
}
