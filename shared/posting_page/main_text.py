"""What a person would read on a page: its main text, without menus, banners and small print."""

import re

from shared.extraction.normalise import clean
from shared.posting_page.html_tree import Node

# fmt: off
_SKIPPED = {
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "video",
    "audio", "head", "title", "nav", "aside", "dialog", "button", "input", "select", "textarea",
    "option", "datalist",
}
# fmt: on
_SKIPPED_OUTSIDE_OF_MAIN = {"header", "footer"}
_SKIPPED_ROLES = {
    "navigation",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "dialog",
    "alertdialog",
    "menu",
}
_NOISE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|newsletter|breadcrumbs?|related|similar|recommended|share|social|sidebar"
    r"|skip-link|sr-only|visually-hidden|popup|modal|footer|masthead)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAMES = ("class", "id", "data-at", "data-testid", "data-test", "data-qa", "data-ui", "data-automation-id")
"""Attributes that say what an element is; where classes are hashes, those that tests of the page ask for."""
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
# fmt: off
_PARAGRAPHS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "section",
    "article", "fieldset",
}
_LINES = {
    "div", "li", "dt", "dd", "tr", "address", "figure", "figcaption", "main", "header", "footer",
    "form", "hr", "body", "details", "summary",
}
# fmt: on
_SPACE = re.compile(r"[ \t\r\n\f]+")

_ENOUGH = 250
"""Characters that make an element the main one."""
_LINKS_OF_A_MENU = 4


def main_node(root: Node) -> Node:
    """The element that holds the page's main text: ``main`` or the longest ``article``, else the body."""
    marked = [node for node in root.walk() if _is_marked(node)]
    lengths = [(len(text_of(node)), -index) for index, node in enumerate(marked[:20])]
    if lengths and max(lengths)[0] >= _ENOUGH:
        return marked[-max(lengths)[1]]
    return next((node for node in root.walk() if node.tag == "body"), root)


def _is_marked(node: Node) -> bool:
    return (
        node.tag in ("main", "article")
        or node.attributes.get("role") in ("main", "article")
        or node.attributes.get("itemtype", "").endswith("/JobPosting")
    )


def text_of(node: Node) -> str:
    """Visible text of ``node``: blocks as lines, an empty line around paragraphs, "•" before items, tabs
    between cells."""
    parts: list[str] = []
    is_main = _is_marked(node)
    large = len(node.raw_text()) / 3
    # A stack of what is still to be written: elements to enter, and pieces of text that are ready.
    stack: list[Node | str] = list(reversed(node.children))
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item if item in _READY else _SPACE.sub(" ", item))
            continue
        if _is_skipped(item, is_main) or (_is_noise(item) and len(item.raw_text()) < large):
            continue
        tag = item.tag
        if tag == "br":
            parts.append(_LINE)
            continue
        edge = (
            _PARAGRAPH
            if tag in _PARAGRAPHS
            else _LINE
            if tag in _LINES
            else _CELL
            if tag in ("td", "th")
            else ""
        )
        if edge:
            stack.append(edge)
        stack += reversed(_lines_of(item) if tag == "pre" else item.children)
        if tag == "li":
            parts += [_LINE, "• "]
        elif edge and edge != _CELL:
            parts.append(edge)
    return clean(_joined(parts))


# Marks among the pieces of text; no page has them, for text is stripped of control characters.
_PARAGRAPH, _LINE, _CELL = "\x01", "\x02", "\x03"
_READY = {_PARAGRAPH, _LINE, _CELL}


def _joined(parts: list[str]) -> str:
    text = "".join(parts)
    text = re.sub(
        r"[ \x03]*([\x01\x02])[ \x01\x02\x03]*", lambda gap: "\x01" if "\x01" in gap[0] else "\x02", text
    )
    # An item that begins with a block of its own keeps its bullet on the same line.
    text = re.sub(r"• ?[\x01\x02]+", "• ", text)
    text = re.sub(r" *\x03 *", "\t", text)
    return re.sub(r" {2,}", " ", text.replace("\x01", "\n\n").replace("\x02", "\n"))


def _is_skipped(node: Node, is_main: bool) -> bool:
    attributes = node.attributes
    # What a template holds for its own element is shown (HTML Standard, "shadowrootmode").
    if (node.tag in _SKIPPED and "shadowrootmode" not in attributes) or (
        not is_main and node.tag in _SKIPPED_OUTSIDE_OF_MAIN
    ):
        return True
    return (
        # What "until-found" hides is folded: a reader unfolds it.
        attributes.get("hidden", "until-found") != "until-found"
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role") in _SKIPPED_ROLES
        or _UNSEEN.search(attributes.get("style", "")) is not None
        or _is_menu(node)
    )


def _is_noise(node: Node) -> bool:
    """Whether its names say that it is beside the point; the names of a whole page's frame may say so too."""
    names = " ".join(node.attributes.get(attribute, "")[:300] for attribute in _NAMES)
    return _NOISE.search(names) is not None


def _lines_of(preformatted: Node) -> list[Node | str]:
    lines: list[Node | str] = []
    for child in preformatted.children:
        if isinstance(child, str):
            for line in child.split("\n"):
                lines += [line, _LINE]
            lines.pop()
        else:
            lines.append(child)
    return lines


def _is_menu(node: Node) -> bool:
    """A list, or a row, of little but links."""
    if node.tag not in ("ul", "ol") and (
        node.tag not in ("div", "td", "p", "center")
        or sum(isinstance(child, Node) and child.tag == "a" for child in node.children) < _LINKS_OF_A_MENU
    ):
        return False
    links = [inner for inner in node.walk() if inner.tag == "a"]
    if len(links) < _LINKS_OF_A_MENU:
        return False
    linked = sum(len(link.raw_text().strip()) for link in links)
    return linked >= 0.8 * len(node.raw_text().strip())
