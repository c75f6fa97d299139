"""To the next story by swipe in the direction of the interface, and by keys that are off until they are switched on."""

from __future__ import annotations

import pytest
from tests.browser.device import until

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SWIPE = """([across, down, options]) => {
    const at = document.querySelector(options.on || '.body p');
    const send = (name, x, y) => at.dispatchEvent(new PointerEvent(name, {bubbles: true, isPrimary: true, pointerId: 1,
        pointerType: options.pointer || 'touch', clientX: x, clientY: y}));
    send('pointerdown', options.from || 200, 400);
    send('pointerup', (options.from || 200) + across, 400 + down);
}"""
KEYS = {"name": "reading", "value": "size-125_face-sans_keys-on"}


@pytest.fixture
def turning(visit, paths, stand):
    """Open a story that has links to the story before and the story after it."""

    def start(language="en", keys="", **options):
        trip = visit(390, 844, service_workers="block", **options)
        trip.page.route("**/s/**", with_links)
        if keys:
            trip.page.context.add_cookies([{"name": "reading", "value": keys, "url": trip.url}])
        return trip.go(f"/{language}{paths['story']}")

    def with_links(route):
        answer = route.fetch()
        body = answer.text()
        if 'class="turn"' not in body:
            links = '<nav class="turn" aria-label="x"><a rel="prev" href="/en/about/">p</a><a rel="next" href="/ar/about/">n</a></nav>'  # noqa: E501
            body = body.replace("</article>", f"</article>{links}", 1)
        route.fulfill(response=answer, body=body)

    return start


def leads(page, rel):
    return page.evaluate("rel => document.querySelector(`.turn a[rel=${rel}]`)?.href", rel)


def leads_on(page, act, wanted):
    """Do something that leads to an address, and wait until it is reached."""
    act()
    page.wait_for_url(wanted)
    return True


def goes(page, act):
    """Do something and return the address to which it led, None where it led nowhere."""
    before = page.url
    act()
    page.wait_for_timeout(400)
    page.wait_for_load_state()
    return page.url if page.url != before else None


@pytest.mark.parametrize(("language", "across"), [("en", -120), ("ar", 120)])
def test_a_swipe_leads_on_in_the_direction_of_the_interface(turning, language, across):
    page = turning(language)
    wanted = leads(page, "next")
    assert leads_on(page, lambda: page.evaluate(SWIPE, [across, 20, {}]), wanted)


@pytest.mark.parametrize(("language", "across"), [("en", 120), ("ar", -120)])
def test_a_swipe_the_other_way_leads_back(turning, language, across):
    page = turning(language)
    wanted = leads(page, "prev")
    assert leads_on(page, lambda: page.evaluate(SWIPE, [across, -20, {}]), wanted)


def test_what_is_no_swipe_leads_nowhere(turning):
    page = turning()
    page.evaluate("document.querySelector('.table').style.setProperty('inline-size', '60px')")
    page.evaluate("document.querySelector('.table table').style.setProperty('inline-size', '900px')")
    for swipe in (
        [-70, 0, {}],
        [-120, 70, {}],
        [-120, 0, {"pointer": "mouse"}],
        [-120, 0, {"from": 10}],
        [-120, 0, {"from": 385}],
        [-120, 0, {"on": "td"}],
    ):
        assert goes(page, lambda swipe=swipe: page.evaluate(SWIPE, swipe)) is None, swipe
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.body p'))")
    assert goes(page, lambda: page.evaluate(SWIPE, [-120, 0, {}])) is None


def test_a_finger_does_what_the_events_say(turning):
    page = turning(has_touch=True)
    wanted = leads(page, "next")
    session = page.context.new_cdp_session(page)

    def drawn(points):
        (x, y), *moves = points
        session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        for x, y in moves:
            session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y}]})
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    page.locator(".body p").first.scroll_into_view_if_needed()
    box = page.locator(".body p").first.bounding_box()
    y = box["y"] + box["height"] / 2
    assert goes(page, lambda: drawn([(200, y), (200, y - 60), (190, y - 160)])) is None
    page.evaluate("scrollTo(0, 0)")
    page.locator(".body p").first.scroll_into_view_if_needed()
    box = page.locator(".body p").first.bounding_box()
    y = box["y"] + box["height"] / 2
    assert leads_on(page, lambda: drawn([(300, y), (260, y), (200, y + 4), (120, y + 8)]), wanted)


def test_keys_do_nothing_until_they_are_switched_on(turning):
    for keys in ("", "size-125_face-sans", "keys-off", "xkeys-on"):
        page = turning(keys=keys)
        assert goes(page, lambda page=page: page.keyboard.press("n")) is None, keys


def test_keys_turn_and_save(turning):
    page = turning(keys=KEYS["value"])
    page.keyboard.press("s")
    until(lambda: page.locator("[data-tool=save]").get_attribute("aria-pressed") == "true")
    wanted = leads(page, "next")
    assert leads_on(page, lambda: page.keyboard.press("n"), wanted)
    page = turning(keys=KEYS["value"])
    wanted = leads(page, "prev")
    assert leads_on(page, lambda: page.keyboard.press("p"), wanted)


def test_keys_press_the_buttons_for_text_size(turning):
    page = turning(keys=KEYS["value"])
    page.evaluate("""() => { window.pressed = [];
        document.querySelectorAll('[data-tool=larger], [data-tool=smaller]').forEach(e => e.remove());
        for (const name of ['larger', 'smaller']) {
            const made = document.createElement('button');
            made.dataset.tool = name;
            made.addEventListener('click', () => window.pressed.push(name));
            document.querySelector('.body').before(made);
        } }""")
    page.keyboard.press("+")
    page.keyboard.press("-")
    assert page.evaluate("window.pressed") == ["larger", "smaller"]


def test_a_keyboard_of_another_script_has_its_letters_in_the_same_places(turning):
    page = turning("ar", keys=KEYS["value"])
    wanted = leads(page, "next")
    press = "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ى', code: 'KeyN', bubbles: true}))"
    assert leads_on(page, lambda: page.evaluate(press), wanted)


def test_keys_are_left_alone_with_modifiers_and_while_typing(turning):
    page = turning(keys=KEYS["value"])
    for keys in ("Control+n", "Alt+n", "Meta+n", "Shift+n"):
        name, key = keys.split("+")
        press = f"document.body.dispatchEvent(new KeyboardEvent('keydown', {{key: '{key}', bubbles: true, {name.lower().replace('control', 'ctrl')}Key: true}}))"  # noqa: E501
        assert goes(page, lambda press=press: page.evaluate(press)) is None, keys
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator("input[type=search]").first.focus()
    assert goes(page, lambda: page.keyboard.type("np")) is None
    assert page.locator("input[type=search]").first.input_value() == "np"
