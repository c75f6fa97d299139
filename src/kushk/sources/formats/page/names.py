"""What an element's class and id say of it, as whole words, so that "header" never looks like an "ad"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from lxml import etree

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


_STATE = re.compile(
    r"(?:has|no|with|without|is|hide|show|single|post|page|category|tag|columns?|layout|logged|site)[-_](?:.*)(?:sidebars?|ads?|share|comments?|menu|nav|related|footer|banner|popup|open|closed|template.*|\d+)$|(?:content|main)-?(?:and-)?sidebar|tag-|category-",
    re.IGNORECASE,
)
"""Class names that tell the state of a page or the topic of a story, not what the element is."""


class Role:
    """What the names of an element hint at, as bits (plain numbers: enum flags cost ten times as much)."""

    NONE = 0
    ASIDE = 1
    """Never part of a story: shares, advertising, forms."""
    STORY = 2
    """The container of a story's text."""
    DEK = 4
    BYLINE = 8
    DATE = 16
    RELATED = 32
    COMMENTS = 64
    BIO = 128
    META = 256
    """A line that says by whom and when."""


_ASIDE = frozenset(
    "share shares sharing sharebar sharedaddy sharethis addthis addtoany social socials socialmedia socialbar  "
    "newsletter newsletters subscribe subscription signup optin mailchimp advert adverts advertisement advertising "
    "advertorial ads ad adsense adslot adunit adbox adwrap adcontainer adsbygoogle dfp gpt banner banners sponsor "
    "sponsored sponsors promo promos promotion promobox taboola outbrain revcontent mgid teads breadcrumb breadcrumbs "
    "cookie cookies gdpr consent popup modal   toolbar sidebar sidebars rail rightrail nav navbar "
    "navigation menu menus pagination pager paginator tags taglist tagcloud hashtags login register "
    "donate donation donations cta rating ratings votes poll polls paywall regwall piano    "
    "printfriendly masthead topbar footer trending popular mostread mostpopular mostviewed ticker feedback "
    "  fontsize   copyright disclaimer toc permalink  editsection "
    "reactions emoji-reactions likes backtotop scrolltop noprint    "
    "werbung anzeige  publicidad publicite publicidade pubblicita reklama reklam iklan".split()
)
_RELATED = frozenset(
    "related relateds relacionadas relacionados recommended recommendation recommendations recommends recirc "
    "recirculation readmore readnext readalso alsoread seealso morestories morenews moreon lireaussi suggested "
    "suggestions similar youmaylike youmightlike upnext nextarticle prevnext crosslinks yarpp jprelatedposts zemanta "
    "verwandte empfehlungen correlati onward teaserlist teasers".split()
)
_ASIDE_STEMS = (
    "newsletter", "sharebutton", "sharetool", "shareicon", "sharelink", "sharebox", "socialshare", "socialicon", "sociallink", "socialbutton",
    "sidebar", "advert", "adsby", "adbanner", "adslot", "sponsored", "breadcrumb", "subscribe", "signup", "cookie", "promobox", "mostread",
    "googlead", "bannerad",
)  # fmt: skip
_RELATED_STEMS = (
    "relatedpost",
    "relatedarticle",
    "relatedstor",
    "relatednews",
    "relatedlink",
    "relatedcontent",
    "recommend",
    "readmore",
    "morestor",
)
_COMMENT_STEMS = (
    "commentlist",
    "commentsection",
    "commentbox",
    "commentform",
    "commentarea",
    "usercomment",
    "fbcomment",
)
_RELATED_PAIRS = frozenset(
    "read more|read also|also read|read next|see also|more stories|more news|more from|more on|lire aussi|a lire|"
    "next article|next post|prev next|post navigation|you may|inline related|related links|linked articles|"
    "mehr zum|zum thema|leia mais|leia tambem|lee tambien|te puede|leggi anche|lees ook|baca juga|doc them".split("|")
)
_ASIDE_PAIRS = frozenset(
    "article tools|story tools|social media|post tags|entry tags|article tags|tag list|tags list|tag links|tags links|post share|most read|"
    "most popular|most viewed|sign up|site header|site footer|page footer|page header|global header|global footer|"
    "article footer|post footer|entry footer|entry utility|post meta|entry meta|story footer|font size|text size|listen player|audio player|reading time|"
    "read time|cat links|post categories|comment count|view count|hit counter|scroll top|back top|photo gallery nav|"
    "image credit icon|follow us|follow me|social follow|skip link|widget area|sidebar widget|edit link|bookmark button|push notification|app download|download app|action bar|jump link".split(
        "|"
    )
)
_COMMENTS = frozenset("comment comments commentlist commentform respond disqus livefyre kommentare".split())
_BIO_PAIRS = frozenset(
    "author bio|author box|author info|author card|about author|author description|author profile|author block|"
    "post author|bio box|writer bio|author details|contributor bio|about the|author about".split("|")
)
_STORY_PAIRS = frozenset(
    "article body|story body|post body|entry content|post content|article content|story content|article text|"
    "story text|news content|news text|content body|main content|page content|body content|body text|article main|"
    "article detail|news detail|news body|detail content|content detail|post entry|single content|blog content|"
    "field body|node content|text content|rich text|article copy|story copy|body copy|content text|text body|"
    "article container|maincontent body|art content|cont text|article inner|content article|content story|"
    "content inner|story container|article wrap|detail body|detail text|view content|read content".split("|")
)
_STORY = frozenset(
    "articlebody articletext articlecontent storybody storytext storycontent postbody postcontent entrycontent "
    "newstext newsbody newscontent newsdetail hentry h-entry mainbody articulo artikel artikeltext artikelinhalt "
    "haber notizia nota cuerpo corpo contenido conteudo bodytext fulltext storyline longread prose available".split()
)
_DEK = frozenset(
    "standfirst dek deck subtitle subhead subheading subheadline subheader strapline chapo chapeau bajada entradilla "
    "sapo sottotitolo sommario catenaccio vorspann unterzeile teasertext kicker-text abstract lede tagline sumario "
    "linha-fina linhafina sutia copete volanta ingress manchet underrubrik preamble sinopsis".split()
)
_DEK_PAIRS = frozenset(
    "sub title|sub headline|sub heading|article summary|story summary|article description|post subtitle|article intro|"
    "story intro|article lead|lead text|post excerpt|article excerpt|article dek|news summary|summary text|article subtitle|"
    "linha fina|article standfirst|entry summary|entry subtitle|article deck|news lead|headline description|"
    "detail sapo|article sapo|story dek|article chapo|intro text|post summary".split("|")
)
_BYLINE = frozenset(
    "byline author authors writer reporter autor auteur autore autores redactor journalist columnist contributor".split()
)
_DATE = frozenset(
    "date dateline datetime time timestamp published pubdate publish updated modified fecha datum data datepublished posted".split()
)
_META = frozenset(
    "meta metadata metas postmeta postmetadata entrymeta postinfo articleinfo articlemeta submitted postdetails "
    "postfooter infos infobar".split()
)
_META_PAIRS = frozenset(
    "post info|article info|entry info|news info|post footer|entry footer|post details|article details|post data|"
    "article data|story info|entry date".split("|")
)


@lru_cache(maxsize=65536)
def role_of(names: str) -> int:
    """Return what a class and id text hints at."""
    names = " ".join(name for name in names.split() if not _STATE.match(name))
    words = [word.lower() for word in _WORD.findall(names)]
    single = set(words)
    classes = names.lower().split()
    single.update(classes)
    single.update(first + second for first, second in pairwise(words))
    pairs = {f"{first} {second}" for first, second in pairwise(words)}
    role = Role.NONE
    for found, told in (
        (single & _ASIDE or pairs & _ASIDE_PAIRS or "widget" in classes or _starts(words, _ASIDE_STEMS), Role.ASIDE),
        (single & _RELATED or pairs & _RELATED_PAIRS or _starts(words, _RELATED_STEMS), Role.RELATED),
        (single & _COMMENTS or _starts(words, _COMMENT_STEMS), Role.COMMENTS),
        (pairs & _BIO_PAIRS, Role.BIO),
        (pairs & _STORY_PAIRS or single & _STORY, Role.STORY),
        (single & _DEK or pairs & _DEK_PAIRS, Role.DEK),
        (single & _BYLINE, Role.BYLINE),
        (single & _DATE, Role.DATE),
        (single & _META or pairs & _META_PAIRS, Role.META),
    ):
        if found:
            role |= told
    return role


def _starts(words: list[str], stems: tuple[str, ...]) -> bool:
    """Tell whether a word begins with a stem, as sites write words together: "relatedposts"."""
    return any(word.startswith(stems) for word in words)


def names_of(element: etree._Element) -> str:
    """Return an element's class and id as one text, empty for most elements."""
    names, own = element.get("class"), element.get("id")
    if own:
        names = f"{names} {own}" if names else own
    if names and len(names) > 400:
        names = names[:400]
    return names or ""


def role(element: etree._Element) -> int:
    """Return what an element's names hint at."""
    names = names_of(element)
    return role_of(names) if names else Role.NONE
