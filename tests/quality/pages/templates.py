"""Pages in the manner of many publishing systems and sites, each written for these tests."""

from __future__ import annotations

from collections.abc import Callable
from html import escape as html_escape

from tests.quality.pages.parts import Page, cards, comments, json_ld, navigation, open_graph, paragraphs, slug
from tests.quality.pages.stories import Story

P = "paragraph"


def escape(text: str) -> str:
    return html_escape(text, quote=False)


def page(story: Story, name: str, html: str, **changes: object) -> Page:
    values: dict[str, object] = {
        "name": f"{name}-{story.language}", "html": html, "url": f"https://www.site.example/news/{slug(story)}",
        "title": story.headline, "byline": story.author, "published": f"{story.published}T07:30:00+01:00", "language": story.language,
        "publication": story.site, "standfirst": "", "paragraphs": story.paragraphs, "kinds": (P,) * 6,
    }  # fmt: skip
    values.update(changes)
    return Page(**values)  # type: ignore[arg-type]


def wordpress_classic(s: Story) -> Page:
    p = paragraphs(s)
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><meta charset="utf-8"><title>{s.headline} | {s.site}</title>{open_graph(s)}
<meta property="article:published_time" content="{s.published}T07:30:00+01:00"><meta name="author" content="{s.author}"></head>
<body class="post-template-default single single-post postid-99 single-format-standard has-sidebar comments-open"><div id="page" class="hfeed site">
<header id="masthead" class="site-header"><p class="site-title"><a href="/">{s.site}</a></p>{navigation(s)}</header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
<article id="post-99" class="post-99 post type-post status-publish hentry category-news tag-share tag-related"><header class="entry-header"><h1 class="entry-title">{escape(s.headline)}</h1>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="{s.published}T07:30:00+01:00">{s.shown_date}</time></span> <span class="byline"> {s.by} <span class="author vcard"><a class="url fn n" href="/author/x">{s.author}</a></span></span></div></header>
<div class="entry-content">{p[0]}<div id="attachment_7" style="width: 650px" class="wp-caption alignnone"><img src="https://cdn.example/a-650x400.jpg" class="size-large wp-image-7" alt="" width="650" height="400"><p class="wp-caption-text">{s.caption}</p></div>
{p[1]}<h3>{s.subheading}</h3>{p[2]}{p[3]}<blockquote><p>{s.quote}</p></blockquote>{p[4]}{p[5]}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">{s.words["share"]}</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>{s.words["related"]}</h3><p>{s.related[0]}</p></div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">News</a></span> <span class="tags-links">Tagged <a>a</a>, <a>b</a></span></footer></article>
<nav class="navigation post-navigation"><a href="/prev" rel="prev">{s.related[1]}</a><a href="/next" rel="next">{s.related[2]}</a></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">{s.words["comments"]}</h2><ol class="comment-list">{comments(s, 3)}</ol></div></main></div>
<aside id="secondary" class="widget-area"><section class="widget"><h2>{s.words["related"]}</h2><ul><li><a href="/1">{s.related[0]}</a></li><li><a href="/2">{s.related[1]}</a></li></ul></section></aside></div>
<footer id="colophon" class="site-footer"><p>{s.words["rights"]}</p></footer></div></body></html>"""
    return page(
        s,
        "wordpress-classic",
        html,
        paragraphs=(*s.paragraphs[:2], s.subheading, *s.paragraphs[2:4], *s.paragraphs[4:]),
        kinds=(P, "figure", P, "heading", P, P, P, P),
    )


def wordpress_blocks(s: Story) -> Page:
    p = paragraphs(s)
    items = "".join(f"<li>{escape(item)}</li>" for item in s.items)
    html = f"""<!doctype html><html lang="{s.language}"><head><title>{s.headline} – {s.site}</title>{json_ld(s, "BlogPosting")}{open_graph(s)}</head><body class="wp-embed-responsive">
<div class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a href="/">{s.site}</a></p></header>
<main class="wp-block-group"><h1 class="wp-block-post-title">{escape(s.headline)}</h1><figure class="wp-block-post-featured-image"><img src="https://cdn.example/lead.jpg" srcset="https://cdn.example/lead-300.jpg 300w, https://cdn.example/lead-1024.jpg 1024w"><figcaption>{s.caption}</figcaption></figure>
<div class="entry-content wp-block-post-content is-layout-constrained">{p[0]}{p[1]}<h2 class="wp-block-heading">{s.subheading}</h2>{p[2]}<ul class="wp-block-list">{items}</ul>{p[3]}
<div class="wp-block-group has-background"><p>{s.words["newsletter"]}</p><form><input type="email"><button>OK</button></form></div>{p[4]}<hr class="wp-block-separator">{p[5]}</div>
<div class="wp-block-group"><p class="wp-block-post-author-name">{s.author}</p></div></main>
<div class="wp-block-query"><h2>{s.words["related"]}</h2><ul class="wp-block-post-template">{"".join(f'<li class="wp-block-post"><h3><a href="/q{n}">{title}</a></h3><p>{s.paragraphs[n][:80]}</p></li>' for n, title in enumerate(s.related))}</ul></div></div></body></html>"""
    return page(
        s,
        "wordpress-blocks",
        html,
        paragraphs=(*s.paragraphs[:2], s.subheading, s.paragraphs[2], *s.items, *s.paragraphs[3:]),
        kinds=("figure", P, P, "heading", P, "list", P, P, "divider", P),
        related=3,
    )


def drupal(s: Story) -> Page:
    p = paragraphs(s)
    html = f"""<!DOCTYPE html><html lang="{s.language}" dir="ltr" prefix="og: http://ogp.me/ns#"><head><title>{s.headline} | {s.site}</title><meta name="dcterms.date" content="{s.published}"><meta name="dcterms.creator" content="{s.author}"><meta property="og:site_name" content="{s.site}"></head>
<body class="path-node page-node-type-article"><div class="layout-container"><header role="banner"><a href="/">{s.site}</a></header>
<div class="region region-breadcrumb"><nav class="breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ol></nav></div>
<main role="main"><div class="layout-content"><div class="block block-core block-page-title-block"><h1 class="page-header"><span class="field field--name-title">{escape(s.headline)}</span></h1></div>
<div class="block block-system"><article role="article" class="node node--type-article node--view-mode-full"><div class="node__content"><div class="field field--name-field-teaser field--type-text"><p class="standfirst">{escape(s.standfirst)}</p></div>
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field__item">{"".join(p[:3])}<h2>{s.subheading}</h2>{"".join(p[3:])}</div>
<div class="field field--name-field-tags"><div class="field__label">Tags</div><a href="/t/1">harbour</a> <a href="/t/2">boats</a></div><ul class="links inline"><li><a href="/user/login">Log in</a> to post comments</li></ul></div></article></div></div>
<aside class="layout-sidebar-second"><h2>{s.words["related"]}</h2><ul><li><a href="/1">{s.related[0]}</a></li><li><a href="/2">{s.related[1]}</a></li></ul></aside></main>
<footer><p>{s.words["rights"]}</p></footer></div></body></html>"""
    return page(
        s,
        "drupal",
        html,
        published=s.published,
        standfirst=s.standfirst,
        paragraphs=(*s.paragraphs[:3], s.subheading, *s.paragraphs[3:]),
        kinds=(P, P, P, "heading", P, P, P),
    )


def joomla(s: Story) -> Page:
    html = f"""<!DOCTYPE html><html xml:lang="{s.language}" lang="{s.language}"><head><title>{s.headline}</title><meta name="author" content="{s.author}"><meta name="application-name" content="{s.site}"></head><body class="site com_content view-article">
<div class="navigation"><ul class="nav menu"><li><a href="/">Home</a></li><li><a href="/a">News</a></li></ul></div><main id="content"><div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">{escape(s.headline)}</h2></div>
<dl class="article-info muted"><dt class="article-info-term">Details</dt><dd class="createdby">{s.by} <span itemprop="name">{s.author}</span></dd><dd class="published"><time datetime="{s.published}T07:30:00+01:00" itemprop="datePublished">{s.shown_date}</time></dd><dd class="hits">Hits: 431</dd></dl>
<div itemprop="articleBody">{"".join(paragraphs(s))}</div><ul class="pager pagenav"><li><a href="/p">Prev</a></li><li><a href="/n">Next</a></li></ul></div></main><footer class="footer"><p>{s.words["rights"]}</p></footer></body></html>"""
    return page(s, "joomla", html)


def ghost(s: Story) -> Page:
    p = paragraphs(s)
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline}</title>{open_graph(s)}{json_ld(s, "Article")}</head><body class="post-template tag-news"><div class="gh-site"><header id="gh-head" class="gh-head"><a class="gh-head-logo" href="/">{s.site}</a></header>
<main id="site-main" class="site-main"><article class="article post tag-news"><header class="article-header gh-canvas"><a class="article-tag" href="/tag/news/">News</a><h1 class="article-title">{escape(s.headline)}</h1><p class="article-excerpt">{escape(s.standfirst)}</p>
<div class="article-byline"><section class="article-byline-content"><h4 class="author-name"><a href="/author/x/">{s.author}</a></h4><div class="byline-meta-content"><time class="byline-meta-date" datetime="{s.published}">{s.shown_date}</time> <span class="byline-reading-time">4 min read</span></div></section></div>
<figure class="article-image"><img src="https://cdn.example/lead.jpg" srcset="https://cdn.example/w300.jpg 300w, https://cdn.example/w1200.jpg 1200w"><figcaption>{s.caption}</figcaption></figure></header>
<section class="gh-content gh-canvas">{"".join(p[:2])}<figure class="kg-card kg-image-card kg-card-hascaption"><img class="kg-image" src="https://cdn.example/mid.jpg" loading="lazy"><figcaption><span>{s.subheading}</span></figcaption></figure>{"".join(p[2:4])}<blockquote>{s.quote}</blockquote>{"".join(p[4:])}
<div class="kg-card kg-signup-card"><h2>{s.site}</h2><p>{s.words["newsletter"]}</p></div></section></article>
<section class="footer-cta"><h2>{s.words["newsletter"]}</h2></section><aside class="read-more-wrap"><div class="read-more inner">{cards(s)}</div></aside></main></div></body></html>"""
    return page(s, "ghost", html, standfirst=s.standfirst, kinds=("figure", P, P, "figure", P, P, P, P), related=3)


def substack(s: Story) -> Page:
    p = paragraphs(s)
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline} - by {s.author} - {s.site}</title>{open_graph(s)}{json_ld(s)}</head><body><div id="entry"><div class="main-menu"><a href="/">{s.site}</a><button>Subscribe</button><button>Sign in</button></div>
<div class="single-post-container"><div class="container"><div class="single-post"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">{escape(s.headline)}</h1><h3 class="subtitle">{escape(s.standfirst)}</h3><div class="byline-wrapper"><a href="/@x">{s.author}</a><div>{s.shown_date}</div></div>
<div class="post-ufi"><a>12</a><a>{s.words["share"]}</a></div></div><div><div class="available-content"><div class="body markup">{"".join(p[:3])}<div class="subscription-widget-wrap"><div class="subscription-widget show-subscribe"><p>{s.words["newsletter"]}</p><form><input></form></div></div>
<div class="captioned-image-container"><figure><a href="https://cdn.example/big.jpg"><img src="https://cdn.example/small.jpg" width="1456" height="971" alt=""></a><figcaption class="image-caption">{s.caption}</figcaption></figure></div>{"".join(p[3:])}</div></div></div>
<div class="post-footer"><a>{s.words["share"]}</a></div></article></div></div><div class="comments-page">{comments(s, 2)}</div></div></div></body></html>"""
    return page(s, "substack", html, standfirst=s.standfirst, kinds=(P, P, P, "figure", P, P, P))


def hashed_classes(s: Story) -> Page:
    """A site built with styled components: no name means anything."""
    p = paragraphs(s, ' class="pw-post-body-paragraph kx ky gr"')
    html = f"""<!doctype html><html lang="{s.language}"><head><title>{s.headline} | {s.site}</title>{open_graph(s)}<meta property="article:published_time" content="{s.published}T07:30:00+01:00"><meta name="author" content="{s.author}"></head><body><div id="root"><div class="a b c"><div class="d e"><a href="/">{s.site}</a><a href="/in">Sign in</a></div>
<div class="l m"><div class="n o"><article><div class="q"><section><div><div class="speechify-ignore"></div><div class="ef eg"><h1 class="ab cd">{escape(s.headline)}</h1><div class="hh"><a href="/@x">{s.author}</a><span>·</span><span>4 min read</span><span>{s.shown_date}</span></div><div class="ss"><button>{s.words["share"]}</button></div>{p[0]}{p[1]}<figure class="zz"><div><picture><source srcset="https://cdn.example/640.webp 640w, https://cdn.example/1400.webp 1400w" type="image/webp"><img alt="" width="700" height="400"></picture></div><figcaption>{s.caption}</figcaption></figure><h2 class="yy">{s.subheading}</h2>{p[2]}{p[3]}<blockquote class="xx"><p>{s.quote}</p></blockquote>{p[4]}{p[5]}</div></div></section></div></article></div></div>
<div class="ww"><div class="vv"><h2>{s.words["related"]}</h2>{"".join(f'<div class="u{n}"><div><a href="/z{n}"><h2>{title}</h2><h3>{s.paragraphs[n][:70]}</h3></a></div></div>' for n, title in enumerate(s.related))}</div></div></div></div></body></html>"""
    return page(
        s,
        "hashed-classes",
        html,
        paragraphs=(*s.paragraphs[:2], s.subheading, *s.paragraphs[2:]),
        kinds=(P, P, "figure", "heading", P, P, P, P),
        related=3,
    )


def big_paper(s: Story) -> Page:
    """Deep wrappers, advertising between the paragraphs, a rail, a paper's own tags."""
    p = [
        f'<div class="story-text__block b-article-body"><p class="c-paragraph">{escape(text)}</p></div>'
        for text in s.paragraphs
    ]
    ad = f'<div class="arcad-feature-wrapper"><div class="arcad ad-slot">{s.words["advert"]}</div></div>'
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline} - {s.site}</title>{open_graph(s)}{json_ld(s, isAccessibleForFree=True)}</head><body><div id="fusion-app"><div class="layout-section"><header class="c-header"><nav aria-label="Sections">{navigation(s)}</nav></header>
<section role="main" class="l-main"><div class="c-headline-block"><div class="overline"><a href="/news">News</a></div><h1 class="headline">{escape(s.headline)}</h1><h2 class="subheadline">{escape(s.standfirst)}</h2></div>
<div class="c-lead-art"><figure class="b-image"><img src="https://cdn.example/resizer/lead.jpg" width="1200" height="800" alt=""><figcaption class="c-caption">{s.caption} <span class="credit">(Ana Ruiz / Agency)</span></figcaption></figure></div>
<div class="l-grid"><div class="l-body"><div class="c-byline"><span>{s.by} </span><a class="c-link" href="/a" rel="author">{s.author}</a></div><div class="c-date"><time datetime="{s.published}T07:30:00+01:00">{s.shown_date}</time></div>
<div class="c-share-bar"><a href="#">Facebook</a><a href="#">X</a></div><article class="article-body-wrapper">{p[0]}{ad}{p[1]}<div class="c-interstitial-link"><p>[<a href="/i">{s.related[0]}</a>]</p></div>{p[2]}{ad}<h2 class="c-heading">{s.subheading}</h2>{p[3]}{p[4]}<div class="newsletter-promo"><h3>{s.site}</h3><p>{s.words["newsletter"]}</p></div>{p[5]}</article>
<div class="c-author-bio author-bio"><p>{s.author}: {s.paragraphs[2]}</p></div></div><aside class="l-right-rail"><div class="most-read">{cards(s)}</div></aside></div></section>
<section class="c-more-stories"><h2>{s.words["related"]}</h2>{cards(s, 9)}</section><footer class="c-footer"><p>{s.words["rights"]}</p></footer></div></div></body></html>"""
    return page(
        s,
        "big-paper",
        html,
        standfirst=s.standfirst,
        paragraphs=(*s.paragraphs[:3], s.subheading, *s.paragraphs[3:]),
        kinds=("figure", P, P, P, "heading", P, P, P),
        related=9,
    )


def broadcaster(s: Story) -> Page:
    """Blocks of components, hidden labels before captions, a list of topics at the end."""

    def block(kind: str, inner: str) -> str:
        return f'<div data-component="{kind}-block" class="ssrcss-{kind}-Wrapper ep2nwvo0">{inner}</div>'

    text = [
        block(
            "text",
            f'<div class="RichTextContainer"><p class="Paragraph">{"<b>" if not at else ""}{escape(words)}{"</b>" if not at else ""}</p></div>',
        )
        for at, words in enumerate(s.paragraphs)
    ]
    image = block(
        "image",
        f'<figure><div><span class="placeholder"><picture><source srcset="https://cdn.example/240.jpg 240w, https://cdn.example/976.jpg 976w"><img src="https://cdn.example/480.jpg" alt="" width="976" height="549"></picture></span><span role="text"><span class="visually-hidden">Image source, </span>Agency</span></div><figcaption><span class="visually-hidden">Image caption, </span>{s.caption}</figcaption></figure>',
    )
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline} - {s.site} News</title>{open_graph(s)}{json_ld(s)}</head><body><div id="main-wrapper"><header role="banner" class="orb"><nav>{navigation(s)}</nav></header><main id="main-content"><article class="ArticleWrapper"><header><h1 id="main-heading" tabindex="-1">{escape(s.headline)}</h1></header>
<div data-component="byline-block"><span><time datetime="{s.published}T06:30:00.000Z">{s.shown_date}</time></span><div class="TextContributorName">{s.by} {s.author}</div></div><div data-component="share-block"><button>{s.words["share"]}</button></div>
{image}{text[0]}{text[1]}{text[2]}{block("subheadline", f"<h2>{s.subheading}</h2>")}{text[3]}{block("unordered-list", "<ul>" + "".join(f"<li>{escape(i)}</li>" for i in s.items) + "</ul>")}{text[4]}{block("links", f'<h2>{s.words["related"]}</h2><ul><li><a href="/n/1">{s.related[0]}</a></li><li><a href="/n/2">{s.related[1]}</a></li></ul>')}{text[5]}
<section data-component="topic-list" class="tags"><h2>Related Topics</h2><ul><li><a href="/t">Boats</a></li><li><a href="/u">Harbours</a></li></ul></section></article>
<section data-component="top-stories"><h2>Top Stories</h2>{cards(s, 3, dek=False)}</section></main><footer role="contentinfo"><p>{s.words["rights"]}</p></footer></div></body></html>"""
    return page(
        s,
        "broadcaster",
        html,
        paragraphs=(*s.paragraphs[:3], s.subheading, s.paragraphs[3], *s.items, *s.paragraphs[4:]),
        kinds=("figure", P, P, P, "heading", P, "list", P, P),
    )


def british_paper(s: Story) -> Page:
    p = paragraphs(s, ' class="dcr-1wbo9yx"')
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline} | News | {s.site}</title>{open_graph(s)}<script type="application/ld+json">[{{"@type":"NewsArticle","@context":"https://schema.org","headline":"{s.headline}","datePublished":"{s.published}T07:30:00+01:00","author":[{{"@type":"Person","name":"{s.author}"}}],"publisher":{{"@type":"Organization","name":"{s.site}"}}}},{{"@type":"WebPage","@context":"https://schema.org","@id":"https://www.site.example/x"}}]</script></head><body>
<header><div data-component="nav">{navigation(s)}</div></header><main data-layout="StandardLayout"><div class="dcr-grid"><div data-gu-name="media"><figure id="lead" class="dcr-aa"><picture><source srcset="https://cdn.example/1900.jpg 1900w"><img src="https://cdn.example/620.jpg" alt=""></picture><figcaption data-spacefinder-role="inline"><span class="dcr-icon"><svg></svg></span><span class="dcr-cap">{s.caption}</span> Photograph: Ann Lee/PA</figcaption></figure></div>
<div data-gu-name="title"><a href="/news">News</a></div><div data-gu-name="headline"><h1 class="dcr-h">{escape(s.headline)}</h1></div><div data-gu-name="standfirst"><div class="dcr-s standfirst"><p>{escape(s.standfirst)}</p></div></div>
<aside data-gu-name="meta"><div data-component="meta-byline" class="byline"><a rel="author" href="/profile/x">{s.author}</a></div><details><summary>{s.shown_date}</summary></details></aside>
<div data-gu-name="body"><div id="maincontent" class="article-body-commercial-selector article-body-viewer-selector">{p[0]}{p[1]}<figure id="r1" data-spacefinder-role="richLink" class="element element-rich-link"><div><div><div><h5><a href="/rl">{s.related[0]}</a></h5></div><a href="/rl">Read more</a></div></div></figure>{p[2]}<h2 id="sub">{s.subheading}</h2>{p[3]}<aside class="dcr-pq"><blockquote>{s.quote}</blockquote></aside>{p[4]}<figure class="email-sub"><div><p>{s.words["newsletter"]}</p></div></figure>{p[5]}</div>
<div class="dcr-sub-meta"><span>Topics</span><ul><li><a href="/t1">Shipping</a></li></ul></div></div></div><div data-component="onwards"><h2>{s.words["related"]}</h2>{cards(s, 6, dek=False)}</div></main><footer>{s.words["rights"]}</footer></body></html>"""
    return page(
        s,
        "british-paper",
        html,
        standfirst=s.standfirst,
        paragraphs=(*s.paragraphs[:3], s.subheading, *s.paragraphs[3:]),
        kinds=("figure", P, P, P, "heading", P, P, P),
    )


def french_paper(s: Story) -> Page:
    p = paragraphs(s, ' class="article__paragraph"')
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline}</title><meta property="og:title" content="{s.headline}"><meta property="og:site_name" content="{s.site}"><meta property="og:article:published_time" content="{s.published}T07:30:00+01:00"><meta property="og:article:author" content="{s.author}"></head><body><div id="habillagepub"><header class="Header">{navigation(s)}</header>
<main class="main"><section class="zone zone--article"><section class="article__wrapper"><header class="article__header"><ul class="breadcrumb"><li><a href="/">Accueil</a></li></ul><h1 class="article__title">{escape(s.headline)}</h1><p class="article__desc chapo">{escape(s.standfirst)}</p><p class="meta__publisher"><span class="meta__author">{s.by} {s.author}</span></p><span class="meta__date">{s.shown_date}</span></header>
<section class="article__content old__article-content-single"><article>{p[0]}<figure class="article__media"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-srcset="https://cdn.example/664.jpg 664w, https://cdn.example/1328.jpg 1328w" data-src="https://cdn.example/664.jpg" alt=""><figcaption class="article__legend">{s.caption} <span class="article__credit">ANA RUIZ</span></figcaption></figure>{p[1]}{p[2]}<h2 class="article__sub-title">{s.subheading}</h2>{p[3]}<section class="catcher catcher--inread"><span class="catcher__title">{s.words["related"]}</span> <span class="catcher__desc"><a href="/l">{s.related[0]}</a></span></section>{p[4]}{p[5]}</article></section>
<section class="article__reactions"><p>{s.words["comments"]}</p></section></section></section></main><footer id="footer">{s.words["rights"]}</footer></div></body></html>"""
    return page(
        s,
        "french-paper",
        html,
        standfirst=s.standfirst,
        paragraphs=(*s.paragraphs[:3], s.subheading, *s.paragraphs[3:]),
        kinds=(P, "figure", P, P, "heading", P, P, P),
    )


def table_layout(s: Story) -> Page:
    """A page of 2004: tables for layout, fonts, line breaks for paragraphs."""
    text = "<br><br>\n".join("&nbsp;&nbsp;" + escape(words) for words in s.paragraphs)
    html = f"""<HTML><HEAD><TITLE>{s.headline}_{s.site}</TITLE><META NAME="author" CONTENT="{s.author}"></HEAD><BODY BGCOLOR="#FFFFFF"><TABLE WIDTH=780 ALIGN=center><TR><TD COLSPAN=3><IMG SRC="/logo.gif" WIDTH=780 HEIGHT=60></TD></TR><TR><TD WIDTH=150 VALIGN=top><FONT SIZE=2><A HREF="/1">{s.related[0]}</A><BR><A HREF="/2">{s.related[1]}</A><BR><A HREF="/3">{s.related[2]}</A></FONT></TD>
<TD WIDTH=480 VALIGN=top><TABLE><TR><TD ALIGN=center><FONT SIZE=5><B>{escape(s.headline)}</B></FONT></TD></TR><TR><TD ALIGN=center><FONT SIZE=2 COLOR=gray>{s.shown_date} {s.by} {s.author}</FONT></TD></TR><TR><TD><FONT SIZE=3>{text}</FONT></TD></TR><TR><TD ALIGN=right><FONT SIZE=2><A HREF="javascript:window.print()">Print</A> <A HREF="javascript:window.close()">Close</A></FONT></TD></TR></TABLE></TD>
<TD WIDTH=150 VALIGN=top><FONT SIZE=2><A HREF="/4">{s.related[2]}</A></FONT></TD></TR><TR><TD COLSPAN=3 ALIGN=center><FONT SIZE=1>{s.words["rights"]}</FONT></TD></TR></TABLE></BODY></HTML>"""
    return page(s, "table-layout", html, published=s.published, byline=s.author)


def chinese_portal(s: Story) -> Page:
    p = [f"<p>　　{escape(text)}</p>" for text in s.paragraphs]
    html = f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{s.headline}-{s.site}</title><meta name="publishdate" content="{s.published}"><meta name="author" content="{s.author}"></head><body><div class="header domPC"><div class="top">{navigation(s)}</div></div><div class="main clearfix"><div class="main-left left"><div class="head-line clearfix"><div class="header-time left"><span class="year"><em>2024</em></span><span class="day"><em>03</em>/<em>14</em></span></div><h1><span class="title">{s.headline}</span></h1><div class="source">来源：{s.site}</div></div>
<div id="detailContent"><div id="detail">{p[0]}{p[1]}<p style="text-align: center;"><img src="https://cdn.example/z.jpg" width="900" height="600"></p><p style="text-align:center"><font color="navy">{s.caption}</font></p>{"".join(p[2:])}</div></div><div class="zan-wap"><span>点赞</span></div><div id="articleEdit"><span class="tiyi1">【纠错】</span><span class="editor">【责任编辑:王小明】</span></div></div>
<div class="main-right right"><div class="columBox"><h3>{s.words["related"]}</h3><ul class="list">{"".join(f'<li><a href="/c{n}.html">{t}</a></li>' for n, t in enumerate(s.related))}</ul></div></div></div><div class="foot"><p>{s.words["rights"]}</p></div></body></html>"""
    return page(
        s,
        "chinese-portal",
        html,
        language="zh-CN",
        published=s.published,
        paragraphs=(*s.paragraphs[:2], s.caption, *s.paragraphs[2:]),
        kinds=(P, P, "figure", P, P, P, P, P),
    )


def japanese_paper(s: Story) -> Page:
    html = f"""<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>{s.headline}：{s.site}デジタル</title>{open_graph(s)}{json_ld(s)}</head><body><div id="Wrapper"><header id="GlobalHeader"><nav>{navigation(s)}</nav></header><div class="nfyQp"><main><div class="y_Qv3"><div class="EaANV"><h1>{s.headline}</h1><div class="Hthzq"><span class="H8KYB">{s.author}</span><span class="UDj4P"><time datetime="{s.published}T07:30:00+09:00">{s.shown_date}</time></span></div></div>
<div class="w8Bsl"><figure class="lL0XR"><picture><img src="https://cdn.example/j.jpg" alt=""></picture><figcaption>{s.caption}</figcaption></figure></div><div class="nfyQp"><p>{s.paragraphs[0]}</p><div class="adx">[PR]</div><p>{s.paragraphs[1]}</p><p>{s.paragraphs[2]}</p><h2>{s.subheading}</h2><p>{s.paragraphs[3]}</p><p>{s.paragraphs[4]}</p><p>{s.paragraphs[5]}</p></div>
<div class="ShareList"><ul><li><a href="#">ツイート</a></li><li><a href="#">{s.words["share"]}</a></li></ul></div></div></main><aside><section><h2>{s.words["related"]}</h2><ul>{"".join(f'<li><a href="/a{n}">{t}</a></li>' for n, t in enumerate(s.related))}</ul></section></aside></div><footer><p>{s.words["rights"]}</p></footer></div></body></html>"""
    return page(
        s,
        "japanese-paper",
        html,
        published=f"{s.published}T07:30:00+01:00",
        paragraphs=(*s.paragraphs[:3], s.subheading, *s.paragraphs[3:]),
        kinds=("figure", P, P, P, "heading", P, P, P),
        related=3,
    )


def blogspot(s: Story) -> Page:
    text = "".join(
        f'<div dir="auto"><span style="font-family: georgia;">{escape(words)}</span></div><div><br /></div>'
        for words in s.paragraphs
    )
    html = f"""<!DOCTYPE html><html dir='ltr' xmlns:b='http://www.google.com/2005/gml/b'><head><title>{s.site}: {s.headline}</title><meta content='{s.headline}' property='og:title'/></head><body class='loading'><div class='content-outer'><header><div class='header-outer'><h1 class='title'><a href='/'>{s.site}</a></h1></div></header><div class='main-outer'><div class='column-center-outer'><div class='main section' id='main'><div class='widget Blog' id='Blog1'><div class='blog-posts hfeed'><div class='date-outer'><h2 class='date-header'><span>{s.shown_date}</span></h2><div class='date-posts'><div class='post-outer'><div class='post hentry' itemprop='blogPost' itemscope='itemscope' itemtype='http://schema.org/BlogPosting'><h3 class='post-title entry-title' itemprop='name'>{escape(s.headline)}</h3><div class='post-body entry-content' itemprop='description articleBody'>
<table align="center" class="tr-caption-container"><tbody><tr><td><a href="https://cdn.example/s1600/b.jpg"><img src="https://cdn.example/s320/b.jpg" width="320" height="240" /></a></td></tr><tr><td class="tr-caption">{s.caption}</td></tr></tbody></table>{text}<div style='clear: both;'></div></div>
<div class='post-footer'><div class='post-footer-line'><span class='post-author vcard'>Posted by <span class='fn' itemprop='author'><span itemprop='name'>{s.author}</span></span></span> <span class='post-timestamp'>at <abbr class='published' itemprop='datePublished' title='{s.published}T07:30:00+01:00'>07:30</abbr></span></div><div class='post-sharebutton'><a href='#'>Email This</a></div></div></div><div class='comments' id='comments'><h4>2 comments:</h4>{comments(s, 2)}</div></div></div></div></div><div class='blog-pager'><a href='/n'>Newer Post</a></div></div></div></div>
<div class='column-right-outer'><aside><div class='widget BlogArchive'><h2>Blog Archive</h2><ul><li><a href='/1'>{s.related[0]}</a></li><li><a href='/2'>{s.related[1]}</a></li></ul></div></aside></div></div></div></body></html>"""
    return page(s, "blogspot", html, kinds=("figure", *(P,) * 6))


def amp(s: Story) -> Page:
    p = paragraphs(s)
    html = f"""<!doctype html><html amp lang="{s.language}"><head><meta charset="utf-8"><title>{s.headline}</title><link rel="canonical" href="https://www.site.example/news/{slug(s)}">{json_ld(s, mainEntityOfPage="https://www.site.example/news/" + slug(s))}<style amp-custom>h1{{color:red}}</style></head><body><amp-sidebar id="sb">{navigation(s)}</amp-sidebar><header class="amp-header"><a href="/">{s.site}</a></header>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{escape(s.headline)}</h1><div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author author vcard">{s.author}</span></div></header><div class="amp-wp-article-content">{p[0]}<amp-img src="https://cdn.example/amp.jpg" width="800" height="500" layout="responsive"></amp-img><amp-ad type="doubleclick"></amp-ad>{"".join(p[1:3])}<amp-youtube data-videoid="abcdefghijk" width="480" height="270"></amp-youtube>{"".join(p[3:])}</div></article><footer><p>{s.words["rights"]}</p></footer></body></html>"""
    return page(s, "amp", html, kinds=(P, "figure", P, P, "embed", P, P, P))


def live_blog(s: Story) -> Page:
    posts = "".join(
        f'<article class="live-post" id="p{n}"><time datetime="{s.published}T1{n}:00:00+01:00">1{n}:00</time><h3 class="live-post__title">{s.related[n % 3]}</h3><div class="live-post__body"><p>{escape(text)}</p></div><div class="share"><a href="#">{s.words["share"]}</a></div></article>'
        for n, text in enumerate(s.paragraphs)
    )
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline} | {s.site}</title>{open_graph(s)}{json_ld(s, "LiveBlogPosting")}</head><body><header>{navigation(s)}</header><main><h1>{escape(s.headline)}</h1><p class="dek">{escape(s.standfirst)}</p><div class="byline">{s.by} {s.author}</div><div class="live-feed">{posts}</div></main><footer>{s.words["rights"]}</footer></body></html>"""
    titles = [part for n, text in enumerate(s.paragraphs) for part in (s.related[n % 3], text)]
    return page(s, "live-blog", html, standfirst=s.standfirst, paragraphs=tuple(titles), kinds=("heading", P) * 6)


def interview(s: Story) -> Page:
    talk = "".join(
        f"<p><strong>{escape(s.items[n % 3])} {n}?</strong></p><p>{escape(text)}</p>"
        for n, text in enumerate(s.paragraphs)
    )
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline} · {s.site}</title>{open_graph(s)}{json_ld(s)}</head><body><div class="page"><div class="top-nav">{navigation(s)}</div><div class="wrap"><h1>{escape(s.headline)}</h1><div class="subtitle">{escape(s.standfirst)}</div><div class="info">{s.by} {s.author}, {s.shown_date}</div><div class="text">{talk}</div><div class="tags"><a href="/t1">one</a><a href="/t2">two</a></div></div></div></body></html>"""
    return page(
        s,
        "interview",
        html,
        standfirst=s.standfirst,
        paragraphs=tuple(part for n, text in enumerate(s.paragraphs) for part in (f"{s.items[n % 3]} {n}?", text)),
        kinds=(P,) * 12,
    )


def gallery(s: Story) -> Page:
    shots = "".join(
        f'<figure class="gallery-item"><img data-src="https://cdn.example/g{n}.jpg" src="/placeholder.gif" width="900" height="600"><figcaption>{escape(text)}</figcaption></figure>'
        for n, text in enumerate(s.paragraphs[2:])
    )
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline} | {s.site}</title>{open_graph(s)}{json_ld(s)}</head><body><header>{navigation(s)}</header><main><article><h1>{escape(s.headline)}</h1><div class="article-body"><p>{escape(s.paragraphs[0])}</p><p>{escape(s.paragraphs[1])}</p><div class="gallery">{shots}</div></div></article><section class="related">{cards(s)}</section></main></body></html>"""
    return page(s, "gallery", html, paragraphs=s.paragraphs[:2], kinds=(P, P, *("figure",) * 4), related=3)


def press_release(s: Story) -> Page:
    rows = "".join(f"<tr><td>{escape(item)}</td><td>{n * 7}</td></tr>" for n, item in enumerate(s.items, 1))
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline}</title><meta name="DC.date.issued" content="{s.published}"><meta property="og:site_name" content="{s.site}"></head><body><div class="usa-banner"><p>An official website of the harbour authority</p></div><header class="usa-header">{navigation(s)}</header><main id="main-content"><div class="usa-prose"><h1>{escape(s.headline)}</h1><p class="date">{s.shown_date}</p>{"".join(paragraphs(s)[:3])}<table class="usa-table"><caption>{s.subheading}</caption><thead><tr><th>A</th><th>B</th></tr></thead><tbody>{rows}</tbody></table>{"".join(paragraphs(s)[3:])}<ol>{"".join(f"<li>{escape(i)}</li>" for i in s.items)}</ol></div></main><footer class="usa-footer"><p>{s.words["rights"]}</p></footer></body></html>"""
    cells = ["A", "B", *[part for n, item in enumerate(s.items, 1) for part in (item, str(n * 7))]]
    return page(
        s,
        "press-release",
        html,
        byline="",
        published=s.published,
        paragraphs=(*s.paragraphs[:3], s.subheading, *cells, *s.paragraphs[3:], *s.items),
        kinds=(P, P, P, "table", P, P, P, "list"),
    )


def comments_longer(s: Story) -> Page:
    p = paragraphs(s)
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline} | {s.site}</title>{open_graph(s)}{json_ld(s)}</head><body><div class="container"><div class="row"><div class="col-8"><div class="story"><h1>{escape(s.headline)}</h1><div class="storycontent">{"".join(p)}</div></div><section class="user-comments"><h2>{s.words["comments"]} (40)</h2><ul>{comments(s, 40)}</ul></section></div><div class="col-4">{cards(s)}</div></div></div></body></html>"""
    return page(s, "comments-longer", html)


def many_cards(s: Story) -> Page:
    p = paragraphs(s)
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline} | {s.site}</title>{open_graph(s)}{json_ld(s)}</head><body><div id="app"><div class="x1"><h1>{escape(s.headline)}</h1><p class="x2">{s.author} | {s.shown_date}</p><div class="x3">{"".join(p[:3])}</div><div class="x3">{"".join(p[3:])}</div></div><div class="x4"><h4>{s.words["related"]}</h4><div class="x5">{cards(s, 30)}</div></div></div></body></html>"""
    return page(s, "many-cards", html, related=30)


def paywall(s: Story) -> Page:
    p = paragraphs(s)
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline} | {s.site}</title>{open_graph(s)}{json_ld(s, isAccessibleForFree=False)}</head><body><header>{navigation(s)}</header><main><article class="article"><h1>{escape(s.headline)}</h1><p class="lead-in">{s.by} {s.author}</p><div class="article-body"><div class="free">{p[0]}{p[1]}</div><div class="paywall-overlay"><h2>{s.site} +</h2><p>{s.words["newsletter"]}</p><button>OK</button></div></div></article></main></body></html>"""
    return page(s, "paywall", html, paragraphs=s.paragraphs[:2], kinds=(P, P))


def endless(s: Story) -> Page:
    other = "".join(f"<p>{escape(text[::-1])}</p>" for text in s.paragraphs)
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline} | {s.site}</title>{open_graph(s)}{json_ld(s)}</head><body><header>{navigation(s)}</header><div class="infinite"><article><h1>{escape(s.headline)}</h1><div class="article-body">{"".join(paragraphs(s))}</div></article><article><h1>{escape(s.related[0])}</h1><div class="article-body">{other}</div></article><article><h1>{escape(s.related[1])}</h1><div class="article-body">{other}{other}</div></article></div></body></html>"""
    return page(s, "endless", html)


def script_rendered(s: Story) -> Page:
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline} | {s.site}</title>{open_graph(s)}{json_ld(s, articleBody=chr(10).join(s.paragraphs))}</head><body><div id="root"><div class="loader">Loading…</div></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/main.js"></script></body></html>"""
    return page(s, "script-rendered", html)


def bare(s: Story) -> Page:
    """A page without any structure: text between headings and line breaks in the body."""
    html = f"""<html><head><title>{s.headline}</title></head><body><h1>{escape(s.headline)}</h1>{"".join(paragraphs(s)[:3])}<ul>{"".join(f"<li>{escape(i)}</li>" for i in s.items)}</ul>{"".join(paragraphs(s)[3:])}</body></html>"""
    return page(
        s,
        "bare",
        html,
        byline="",
        published="",
        publication="site.example",
        paragraphs=(*s.paragraphs[:3], *s.items, *s.paragraphs[3:]),
        kinds=(P, P, P, "list", P, P, P),
    )


def inline_related(s: Story) -> Page:
    p = paragraphs(s)
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.site} — {s.headline}</title>{open_graph(s)}{json_ld(s)}</head><body><header class="header">{navigation(s)}</header><div class="article-page"><div class="article-page__main"><h1 class="article-page__title">{escape(s.headline)}</h1><div class="article-page__text">{p[0]}<p><strong>{s.words["related"]}: <a href="/x1">{s.related[0]}</a></strong></p>{p[1]}<p><em><a href="/x2">{s.words["related"]}</a></em></p>{p[2]}<h3>{s.words["related"]}</h3><ul><li><a href="/x3">{s.related[1]}</a></li><li><a href="/x4">{s.related[2]}</a></li></ul>{p[3]}<p>{s.words["advert"]}</p>{p[4]}{p[5]}<p><a href="/x5">{s.related[0]}</a></p><p>{s.words["newsletter"]}</p><p>{s.words["rights"]}</p></div></div></div></body></html>"""
    return page(s, "inline-related", html)


def legacy_bytes(s: Story) -> Page:
    """A page in the language's old encoding, declared in the page alone."""
    encoding = {
        "ru": "windows-1251",
        "ja": "shift_jis",
        "zh": "gb2312",
        "ko": "euc-kr",
        "ar": "windows-1256",
        "he": "windows-1255",
        "de": "iso-8859-1",
        "th": "tis-620",
    }[s.language]
    made = joomla(s)
    html = made.html.replace(
        "<head>", f'<head><meta http-equiv="Content-Type" content="text/html; charset={encoding}">'
    )
    return page(
        s,
        "legacy-bytes",
        html,
        body=html.encode(encoding if encoding != "iso-8859-1" else "cp1252", "xmlcharrefreplace"),
    )


def microdata(s: Story) -> Page:
    html = f"""<!DOCTYPE html><html><head><meta http-equiv="content-language" content="{s.language}"><title>{s.headline} :: {s.site}</title></head><body><div itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="datePublished" content="{s.published}T07:30:00+01:00"><h1 itemprop="headline">{escape(s.headline)}</h1><span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">{s.author}</span></span><div itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="{s.site}"></div><div itemprop="articleBody">{"".join(f"<div>{escape(t)}</div>" for t in s.paragraphs)}</div></div><div class="soc"><a href="#">VK</a></div></body></html>"""
    return page(s, "microdata", html)


def section_tags(s: Story) -> Page:
    """A site whose story is spread over sections with headings inside wrappers."""
    p = s.paragraphs
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline} | {s.site}</title>{open_graph(s)}{json_ld(s)}</head><body><div class="shell"><header class="top">{navigation(s)}</header><main class="m"><div class="hero"><h1>{escape(s.headline)}</h1></div><section class="sec"><p>{p[0]}</p><p>{p[1]}</p></section><section class="sec"><h2>{s.subheading}</h2><p>{p[2]}</p><p>{p[3]}</p></section><div class="ad-break"><span>{s.words["advert"]}</span></div><section class="sec"><p>{p[4]}</p><p>{p[5]}</p></section></main></div></body></html>"""
    return page(s, "section-tags", html, paragraphs=(*p[:2], s.subheading, *p[2:]), kinds=(P, P, "heading", P, P, P, P))


def short_item(s: Story) -> Page:
    """A brief of one paragraph among a big page."""
    html = f"""<!DOCTYPE html><html lang="{s.language}"><head><title>{s.headline} | {s.site}</title>{open_graph(s)}{json_ld(s)}</head><body><header>{navigation(s)}</header><div class="page-wrap"><div class="news-detail"><h1>{escape(s.headline)}</h1><div class="date">{s.shown_date}</div><div class="news-detail-text"><p>{escape(s.paragraphs[0])}</p></div></div><div class="latest"><h2>{s.words["related"]}</h2>{cards(s, 12)}</div></div></body></html>"""
    return page(s, "short-item", html, paragraphs=s.paragraphs[:1], kinds=(P,), related=12)


def heavy(s: Story) -> Page:
    """A page of today's weight: mega menus, inline scripts and state, icons, a hundred teasers."""
    made = big_paper(s)
    menu = "".join(
        f'<li class="menu__item menu__item--{n}"><a class="menu__link" href="/menu/{n}"><span class="icon"><svg viewBox="0 0 24 24"><path d="M12 2{"l1 1" * 40}"/></svg></span><span>{s.related[n % 3].split()[0]} {n}</span></a></li>'
        for n in range(300)
    )
    script = (
        "<script>window.__STATE__="
        '{"a":[' + ",".join(f'{{"id":{n},"t":"{s.site}","u":"/p/{n}"}}' for n in range(800)) + "]};</script>"
    )
    foot = "".join(
        f'<div class="foot-col"><h4>{s.site}</h4><ul>{"".join(f"""<li><a href="/f/{n}/{m}">{s.site} {m}</a></li>""" for m in range(20))}</ul></div>'
        for n in range(8)
    )
    html = made.html.replace(
        '<header class="c-header">', f'{script}<header class="c-header"><ul class="mega-menu">{menu}</ul>'
    )
    html = html.replace(
        '<footer class="c-footer">',
        f'<section class="c-river">{cards(s, 60)}</section>{script}<footer class="c-footer">{foot}',
    )
    return page(s, "heavy", html, standfirst=made.standfirst, paragraphs=made.paragraphs, kinds=made.kinds, related=9)


Template = Callable[[Story], Page]

PLAN: tuple[tuple[Template, str], ...] = (
    (wordpress_classic, "en de ar sw"), (wordpress_blocks, "en fr th"), (drupal, "en es he"), (joomla, "de ru fa"), (ghost, "en fr ja"),
    (substack, "en es"), (hashed_classes, "en ko ar"), (big_paper, "en es hi ru"), (broadcaster, "en ar sw hi"), (british_paper, "en fr"),
    (french_paper, "fr es"), (table_layout, "zh en ru"), (chinese_portal, "zh"), (japanese_paper, "ja"), (blogspot, "es th en"), (amp, "en hi ko"),
    (live_blog, "en de"), (interview, "de ja fr"), (gallery, "en ar"), (press_release, "en es zh"), (comments_longer, "en ru fa"), (many_cards, "en zh ar"),
    (paywall, "de fr en"), (endless, "en es"), (script_rendered, "en zh"), (bare, "en he"), (inline_related, "en fr ar zh ja ko th fa de es ru hi sw"),
    (legacy_bytes, "ru ja zh ko ar he de th"), (microdata, "ru ko"), (section_tags, "en th ja"), (short_item, "en zh ar ko"), (heavy, "en fr zh"),
)  # fmt: skip
