"""More pages in the manner of real sites: builders, utility classes, cut bodies, headlines that differ."""

from __future__ import annotations

from tests.quality.pages.parts import Page, cards, json_ld, navigation, open_graph, paragraphs
from tests.quality.pages.stories import Story
from tests.quality.pages.templates import P, Template, escape, page


def elementor(s: Story) -> Page:
    """A page builder: each paragraph a widget of its own."""

    def widget(kind: str, inner: str) -> str:
        return f'<div class="elementor-element elementor-element-a1 elementor-widget elementor-widget-{kind}" data-widget_type="{kind}.default"><div class="elementor-widget-container">{inner}</div></div>'

    body = (
        "".join(widget("text-editor", text) for text in paragraphs(s)[:3])
        + widget("heading", f'<h2 class="elementor-heading-title">{s.subheading}</h2>')
        + "".join(widget("text-editor", text) for text in paragraphs(s)[3:])
    )
    html = f"""<!doctype html><html lang="{s.language}"><head><title>{s.headline} - {s.site}</title>{open_graph(s)}{json_ld(s)}</head><body class="elementor-default elementor-page"><div data-elementor-type="header">{navigation(s)}</div><div data-elementor-type="single-post" class="elementor elementor-location-single"><section class="elementor-section"><div class="elementor-container"><div class="elementor-column"><div class="elementor-widget-wrap">{widget("theme-post-title", f'<h1 class="elementor-heading-title">{escape(s.headline)}</h1>')}{widget("post-info", f"<ul><li>{s.author}</li><li>{s.shown_date}</li></ul>")}{body}{widget("share-buttons", '<div class="elementor-share-btn">Facebook</div>')}{widget("posts", f'<div class="elementor-posts-container">{cards(s)}</div>')}</div></div></div></section></div><div data-elementor-type="footer"><p>{s.words["rights"]}</p></div></body></html>"""
    return page(
        s,
        "elementor",
        html,
        paragraphs=(*s.paragraphs[:3], s.subheading, *s.paragraphs[3:]),
        kinds=(P, P, P, "heading", P, P, P),
    )


def utility_classes(s: Story) -> Page:
    p = paragraphs(s, ' class="mb-4 overflow-hidden text-lg leading-relaxed print:hidden"')
    html = f"""<!doctype html><html lang="{s.language}"><head><title>{s.headline} | {s.site}</title>{open_graph(s)}{json_ld(s)}</head><body class="bg-white antialiased"><div class="sticky top-0 z-50 flex">{navigation(s)}</div><div class="mx-auto grid max-w-7xl grid-cols-12 gap-8"><div class="col-span-8 relative overflow-hidden"><h1 class="text-4xl font-bold">{escape(s.headline)}</h1><p class="mt-2 text-xl text-gray-600">{escape(s.standfirst)}</p><div class="flex items-center text-sm"><span>{s.author}</span><span class="mx-2">|</span><span>{s.shown_date}</span></div><div class="translate-x-0 transform">{p[0]}{p[1]}</div><div class="my-6 flex justify-center bg-gray-100 text-xs">{s.words["advert"]}</div><div class="translate-x-0 transform">{"".join(p[2:])}</div><div class="mt-8 flex gap-2"><a class="rounded-full px-3" href="/t/1">one</a><a class="rounded-full px-3" href="/t/2">two</a><a class="rounded-full px-3" href="/t/3">three</a></div></div><div class="col-span-4">{cards(s, 5)}</div></div></body></html>"""
    return page(s, "utility-classes", html, standfirst=s.standfirst)


def cut_columns(s: Story) -> Page:
    """A body cut into columns by advertising."""
    p = paragraphs(s, ' class="css-at9mc1 evys1bk0"')
    column = [
        f'<div class="css-53u6y8 StoryBodyCompanionColumn"><div>{"".join(part)}</div></div>'
        for part in (p[:2], p[2:5], p[5:])
    ]
    html = f"""<!doctype html><html lang="{s.language}"><head><title>{s.headline} - {s.site}</title>{open_graph(s)}{json_ld(s)}</head><body><div id="app"><header class="NYTAppHideMasthead">{navigation(s)}</header><main id="site-content"><article id="story"><header><h1 data-testid="headline">{escape(s.headline)}</h1><p id="article-summary" class="css-1n0orw4">{escape(s.standfirst)}</p><div class="css-byline"><p><span class="byline-prefix">{s.by} </span><span itemprop="name">{s.author}</span></p></div></header><section name="articleBody" class="meteredContent">{column[0]}<div class="css-ad"><div class="ad story-ad-1-wrapper"><a href="#after">SKIP ADVERTISEMENT</a></div></div>{column[1]}<div class="css-rl"><div>{s.words["advert"]}</div></div>{column[2]}</section><div class="bottom-of-article"><div class="css-bio"><p><a href="/by/x">{s.author}</a> {s.paragraphs[1]}</p></div></div></article></main></div></body></html>"""
    return page(s, "cut-columns", html, standfirst=s.standfirst)


def other_title(s: Story) -> Page:
    """The head has a title for search engines, the page another headline with a label."""
    html = f"""<!doctype html><html lang="{s.language}"><head><title>{s.related[0]} | {s.site}</title><meta property="og:title" content="{s.related[0]}"><meta property="og:site_name" content="{s.site}">{json_ld(s, headline=s.related[0])}</head><body><header>{navigation(s)}</header><main><div class="post-single"><h1>{escape(s.headline)}</h1><div class="post-single__meta"><span class="post-single__author">{s.by} {s.author}</span></div><div class="post-single__content">{"".join(paragraphs(s))}</div></div></main></body></html>"""
    return page(s, "other-title", html)


def article_comments(s: Story) -> Page:
    """Comments that are articles themselves, as WordPress writes them."""
    talk = "".join(
        f'<li id="comment-{n}" class="comment"><article class="comment-body"><footer class="comment-meta"><b class="fn">Reader</b></footer><div class="comment-content"><p>{escape(s.paragraphs[n % 6])} {escape(s.paragraphs[(n + 1) % 6])}</p></div></article></li>'
        for n in range(30)
    )
    html = f"""<!doctype html><html lang="{s.language}"><head><title>{s.headline} | {s.site}</title>{open_graph(s)}{json_ld(s)}</head><body><header>{navigation(s)}</header><div class="content"><h1>{escape(s.headline)}</h1><div class="the-content">{"".join(paragraphs(s))}</div></div><div id="comments" class="comments-area"><ol class="comment-list">{talk}</ol></div></body></html>"""
    return page(s, "article-comments", html)


def broken_lines(s: Story) -> Page:
    """Paragraphs made of line breaks in one div, links among them, the author at the end."""
    lines = "<br /><br />".join(escape(text) for text in s.paragraphs)
    html = f"""<!doctype html><html lang="{s.language}"><head><title>{s.headline} | {s.site}</title>{open_graph(s)}{json_ld(s)}</head><body><div class="header">{navigation(s)}</div><div class="container"><div class="left-col"><div class="detail"><h1>{escape(s.headline)}</h1><div class="tarih">{s.shown_date}</div><div class="detail-text" id="detailText">{lines}<br><br><a href="/o">{s.related[0]}</a></div></div><div class="sosyal"><a href="#">Facebook</a></div></div><div class="right-col"><ul>{"".join(f'<li><a href="/m{n}">{t}</a></li>' for n, t in enumerate(s.related))}</ul></div></div><div class="footer">{s.words["rights"]}</div></body></html>"""
    return page(s, "broken-lines", html)


def linked_words(s: Story) -> Page:
    """Many links inside the text, a fact box, a video, a footnote."""
    p = [
        text.replace(" ", ' <a href="/w">', 1).replace(" ", "</a> ", 3)
        if False
        else f'<p><a href="/w{n}">{escape(text[:20])}</a>{escape(text[20:])}</p>'
        for n, text in enumerate(s.paragraphs)
    ]
    html = f"""<!doctype html><html lang="{s.language}"><head><title>{s.headline} | {s.site}</title>{open_graph(s)}{json_ld(s)}</head><body><header>{navigation(s)}</header><main><article class="c-article"><h1>{escape(s.headline)}</h1><div class="c-article__content">{p[0]}{p[1]}<div class="embed-container"><iframe src="https://www.youtube.com/embed/abcdefghijk" width="560" height="315"></iframe></div>{p[2]}{p[3]}<figure class="c-figure"><noscript><img src="https://cdn.example/n.jpg" alt=""></noscript><img class="lazyload" data-src="https://cdn.example/n.jpg" src="data:image/gif;base64,R0lGOD" alt=""><figcaption>{s.caption}</figcaption></figure>{p[4]}{p[5]}</div></article></main></body></html>"""
    return page(s, "linked-words", html, kinds=(P, P, "embed", P, P, "figure", P, P))


def discussion(s: Story) -> Page:
    """Two first sentences above the container of the text, and a summary list."""
    p = paragraphs(s)
    html = f"""<!doctype html><html lang="{s.language}"><head><title>{s.headline} | {s.site}</title>{open_graph(s)}{json_ld(s)}</head><body><header>{navigation(s)}</header><main class="site"><article><h1>{escape(s.headline)}</h1>{p[0]}<div class="article-body">{"".join(p[1:])}</div><div class="print-only"><p>{s.words["rights"]}</p></div></article></main></body></html>"""
    return page(s, "text-above", html)


MORE: tuple[tuple[Template, str], ...] = (
    (elementor, "en ar th"), (utility_classes, "en ja es"), (cut_columns, "en fr zh"), (other_title, "en ru"), (article_comments, "en fa"),
    (broken_lines, "de hi ko"), (linked_words, "en es zh ar"), (discussion, "en he"),
)  # fmt: skip
