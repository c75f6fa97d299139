"""Words that stand around stories in many languages: labels of names, of related stories, of furniture."""

from __future__ import annotations

import re

_BY = (
    "by|written by|posted by|reported by|published by|story by|words by|text by|author|authors|"
    "von|durch|geschrieben von|verfasst von|veröffentlicht von|gespeichert von|par|publié par|posté par|écrit par|por|publicado por|di|door|af|av|przez|autor|autora|autore|auteur|auteurs|autores|de la|escrito por|redacción|"
    "tekijä|kirjoittanut|автор|авторы|текст|автори|από|yazan|yazar|oleh|penulis|reporter|editor|tác giả|theo|"
    "बقلم|बाई|द्वारा|लेखक|লেখক|எழுதியவர்|రచయిత|লিখেছেন|بقلم|كتب|كتبت|إعداد|الكاتب|المؤلف|نویسنده|نوشته|از|تحریر|"
    "מאת|作者|记者|記者|編輯|编辑|责任编辑|責任編輯|文|撰文|来源|著者|執筆|筆者|文・|글|기자|โดย|ผู้เขียน|mwandishi|na mwandishi|ki ọwọ"
)
BY = re.compile(rf"^\s*(?:{_BY})(?:\s*[:：／/|]\s*|\s+(?=\S)|\s*$)", re.IGNORECASE)
_RELATED = (
    "related|related stories|related articles|related posts|related news|related topics|related content|related coverage|read more|read next|read also|also read|"
    "see also|more on this story|more stories|more news|more from|more to read|you may also like|you might also like|"
    "recommended|recommended for you|recommended stories|recommended reading|latest news|latest stories|most read|most popular|trending|trending now|popular now|top stories|don't miss|up next|what to read next|around the web|in case you missed it|"
    "don’t miss|editor's picks|editors' picks|further reading on this site|"
    "mehr zum thema|lesen sie auch|lesen sie mehr|auch interessant|weitere artikel|ähnliche artikel|das könnte sie auch interessieren|meistgelesen|"
    "lire aussi|à lire aussi|à lire également|à lire|sur le même sujet|sur le même thème|voir aussi|articles liés|articles similaires|les plus lus|"
    "lea también|lee también|le puede interesar|te puede interesar|también te puede interesar|más noticias|noticias relacionadas|artículos relacionados|"
    "contenido relacionado|más información|ver también|lo más leído|lo más visto|te recomendamos|"
    "leia também|leia mais|veja também|notícias relacionadas|matérias relacionadas|mais lidas|saiba mais|relacionadas|"
    "leggi anche|ti potrebbe interessare|articoli correlati|potrebbe interessarti|i più letti|"
    "lees ook|lees meer|gerelateerd|meest gelezen|læs også|les også|läs också|läs mer|lue myös|czytaj też|czytaj także|zobacz też|zobacz także|czytaj więcej|"
    "čtěte také|čtěte více|olvassa el|kapcsolódó cikkek|citește și|vezi și|διαβάστε επίσης|διαβάστε ακόμη|σχετικά άρθρα|"
    "читайте также|читайте ещё|читать также|по теме|материалы по теме|смотрите также|ещё по теме|читайте також|"
    "ilgili haberler|bunlar da ilginizi çekebilir|ayrıca okuyun|baca juga|artikel terkait|berita terkait|simak juga|"
    "xem thêm|đọc thêm|tin liên quan|bài viết liên quan|tin cùng chuyên mục|soma pia|habari zinazohusiana|"
    "اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|اقرأ المزيد|مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|قد يهمك|قد يعجبك|ذات صلة|المزيد|شاهد أيضا|الأكثر قراءة|"
    "بیشتر بخوانید|مطالب مرتبط|اخبار مرتبط|خبرهای مرتبط|بیشتر بخوانیم|این مطالب را هم بخوانید|یہ بھی پڑھیں|مزید پڑھیں|متعلقہ خبریں|"
    "קראו גם|כתבות נוספות|עוד בנושא|אולי יעניין אותך|"
    "यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|संबंधित खबरें|ये भी पढ़े|আরও পড়ুন|আরো পড়ুন|সম্পর্কিত খবর|மேலும் படிக்க|தொடர்புடைய செய்திகள்|"
    "相关阅读|相关新闻|相关文章|延伸阅读|推荐阅读|相关报道|更多新闻|相關新聞|相關閱讀|延伸閱讀|推薦閱讀|相關報導|看更多|你可能也喜歡|"
    "関連記事|あわせて読みたい|関連ニュース|おすすめ記事|こちらもおすすめ|もっと見る|続きを読む|関連リンク|人気記事|"
    "관련기사|관련 기사|관련뉴스|추천기사|많이 본 기사|많이 본 뉴스|ข่าวที่เกี่ยวข้อง|อ่านเพิ่มเติม|เรื่องที่เกี่ยวข้อง|อ่านข่าวเพิ่มเติม|บทความที่เกี่ยวข้อง"
)
_RELATED_HEADS = frozenset(_RELATED.casefold().split("|"))
_FURNITURE = (
    "advertisement|advertising|pr|adv|sponsored by|sponsored|sponsored content|ad|ads|story continues below|story continues below advertisement|article continues below|continue reading below|"
    "article continues after advertisement|scroll to continue|share|share this|share this article|share this story|share on facebook|share on twitter|share via email|tweet|email|print|"
    "print this page|copy link|link copied|save|saved|bookmark|comment|comments|leave a comment|add a comment|post a comment|no comments|view comments|show comments|"
    "subscribe|subscribe now|sign up|sign in|log in|follow us|follow|like this|like this:|loading|loading...|loading…|listen|listen to this article|"
    "listen to article|watch|play|video|image|photo|photos|gallery|view gallery|open image in gallery|enlarge this image|toggle caption|hide caption|back to top|skip to content|home|menu|search|"
    "next|previous|tags|tags:|topics|topics:|filed under|categories|categories:|edit|report a typo|report this ad|remove ads|close|x|read more|more|show more|see more|"
    "anzeige|werbung|teilen|artikel teilen|drucken|merken|kommentare|kommentieren|abonnieren|"
    "publicité|partager|partager cet article|imprimer|commenter|commentaires|s'abonner|la suite après la publicité|"
    "publicidad|compartir|imprimir|comentar|comentarios|suscríbete|suscribirse|guardar|enviar por correo|"
    "publicidade|compartilhar|compartilhe|comentários|continua após a publicidade|pubblicità|condividi|stampa|commenti|"
    "advertentie|delen|reageer|annonce|del artiklen|annons|dela|mainos|jaa|reklama|udostępnij|komentarze|reklám|megosztás|"
    "реклама|поделиться|комментарии|подписаться|распечатать|поділитися|διαφήμιση|reklam|paylaş|yorumlar|yazdır|iklan|bagikan|"
    "scroll to continue with content|advertisement scroll to continue with content|quảng cáo|chia sẻ|bình luận|tangazo|shiriki|"
    "إعلان|اعلان|شارك|مشاركة|طباعة|تعليقات|التعليقات|شارك المقال|نسخ الرابط|تبلیغات|اشتراک گذاری|اشتراک‌گذاری|نظرات|چاپ|اشتہار|شیئر کریں|"
    "פרסומת|שתפו|שתף|תגובות|विज्ञापन|शेयर करें|कमेंट|टिप्पणियाँ|বিজ্ঞাপন|শেয়ার করুন|விளம்பரம்|"
    "广告|分享|分享到|评论|打印|收藏|点赞|举报|字号|字体|大|中|小|廣告|留言|列印|広告|シェア|シェアする|ツイート|印刷|コメント|保存|광고|공유|공유하기|댓글|인쇄|스크랩|글자크기|โฆษณา|แชร์|พิมพ์"
)
_FURNITURE_LABELS = frozenset(_FURNITURE.casefold().split("|"))
_LONGEST_LABEL = 60
_EDGES = (
    " \t\n0123456789.,:;!?…·•|/\\-–—_*+=~#<>«»‹›“”„\"'‘’()[]{}【】「」『』《》〈〉：；，。、！？→←↑↓▶►▼▸●■◆★☆✉✓×&@؟،؛।"
)
_LEAD = re.compile(r"\s*[:：|>»›\-–—]")


def _label(text: str) -> str:
    return " ".join(text.split()).strip(_EDGES).casefold() if 0 < len(text) <= _LONGEST_LABEL * 2 else ""


def is_related_head(text: str) -> bool:
    """Tell whether a text is a heading over related stories, and nothing else."""
    return _label(text) in _RELATED_HEADS


def is_related_lead(text: str) -> bool:
    """Tell whether a text begins with "Read also:" or its like in another language."""
    edge = _LEAD.search(text[:_LONGEST_LABEL])
    return edge is not None and _label(text[: edge.start()]) in _RELATED_HEADS


def is_furniture(text: str) -> bool:
    """Tell whether a text is a page's own label: "Share", "Advertisement", "Comments"."""
    return _label(text) in _FURNITURE_LABELS


_CALLS = (
    r"(?:sign|signing) up (?:to|for) (?:our|the|my)\b.{0,60}\bnewsletter|subscribe to (?:our|the|my)\b|get (?:the|our) .{0,60}(?:newsletter|inbox)|in your inbox|join our (?:whatsapp|telegram|newsletter|mailing)|"
    r"follow (?:us|me|him|her|bbc \w+) on (?:facebook|twitter|instagram|x\b|google|whatsapp|telegram|youtube|linkedin)|like us on facebook|download (?:our|the) .{0,30}\bapp\b|click here to (?:subscribe|sign|join|read more)|"
    r"all rights reserved|this article (?:was )?originally (?:appeared|published)|have (?:a|any) (?:news )?(?:tip|story)\b.{0,40}\?|your support .{0,60}journalism|support (?:our|independent) journalism|"
    r"this (?:site|website) uses cookies|we use cookies|enable javascript|please (?:log in|sign in|register|subscribe)|already a (?:subscriber|member)|subscribe (?:now|today) (?:to|for)|to continue reading|"
    r"^(?:copyright\b|©|\(c\) ?\d{4})|^photo(?:s|graph)?(?: courtesy)?(?: by|:)|"
    r"newsletter (?:abonnieren|anmelden)|folgen sie uns|alle rechte vorbehalten|jetzt (?:abonnieren|anmelden)|"
    r"inscrivez-vous à (?:la|notre) newsletter|abonnez-vous|suivez-nous|tous droits réservés|recevez .{0,40}newsletter|"
    r"suscríbete a|síguenos en|regístrate (?:gratis|para)|todos los derechos reservados|recibe .{0,40}(?:newsletter|boletín)|únete a nuestro (?:canal|grupo)|"
    r"assine (?:a|nossa) newsletter|siga-nos|todos os direitos reservados|inscreva-se|siga o .{0,30}(?:instagram|twitter|facebook|google)|"
    r"iscriviti alla|seguici su|tutti i diritti riservati|riproduzione riservata|schrijf je in voor|volg ons|alle rechten voorbehouden|"
    r"zapisz się|wszelkie prawa zastrzeżone|подпи(?:шитесь|сывайтесь) на|все права защищены|підпи(?:шіться|суйтесь) на|"
    r"bizi takip edin|tüm hakları saklıdır|ikuti (?:kami|berita)|hak cipta|theo dõi chúng tôi|"
    r"تابعوا? ?(?:نا|آخر)|تابعنا على|اشترك في|جميع الحقوق محفوظة|حمّل تطبيق|ما را (?:در|دنبال)|کلیه حقوق|ہمیں فالو|عقبונו|עקבו אחרי|כל הזכויות שמורות|"
    r"हमें फॉलो|सब्सक्राइब करें|व्हाट्सएप (?:चैनल|ग्रुप)|सर्वाधिकार सुरक्षित|ताज़ा खबरें पढ़ने|আমাদের ফলো|সর্বস্বত্ব সংরক্ষিত|"
    r"版权所有|未经授权|扫一扫|扫码|关注(?:我们|公众号)|责任编辑|責任編輯|下載.{0,12}APP|無断転載|無断複写|公式(?:LINE|Twitter|X)|フォローする|メルマガ|"
    r"무단 ?전재|재배포 금지|구독하기|jiunge na jarida|haki zote|ติดตาม(?:เรา|ข่าว)|สงวนลิขสิทธิ์"
)
CALL = re.compile(_CALLS, re.IGNORECASE)
MINUTES = re.compile(
    r"([0-9٠-٩۰-۹०-९]{1,3})\s*(?:-|‑)?\s*(?:min(?:ute|uten|uto|utos|uti|ut|uta|uty|uten|ni)?s?\b\.?(?:\s*(?:read|de lecture|de lectura|de leitura|di lettura|lezen|lesezeit|okuma))?|мин(?:ут)?\w*|"
    r"دقيقة|دقائق|دقیقه|منٹ|דקות|मिनट|মিনিট|நிமிட\w*|分钟|分鐘|分で|分|분|นาที|dakika|menit|phút|λεπτ\w*|dakika)",
    re.IGNORECASE,
)
