"""A forgiving reader of HTML, just good enough to find text: elements, attributes, nesting."""

from collections.abc import Iterator
from html.parser import HTMLParser

MAX_DEPTH = 200
MAX_NODES = 150_000

# fmt: off
_VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
}
# fmt: on
# An opening tag of the key ends an open element of the first set, unless one of the second set is in between.
_ENDS: dict[str, tuple[set[str], set[str]]] = {
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "option": ({"option"}, {"select"}),
    "body": ({"head"}, set()),
}
# fmt: off
_BLOCKS = {
    "address", "article", "aside", "blockquote", "div", "dl", "fieldset", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
}
# fmt: on


class Node:
    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Node | str] = []

    def walk(self) -> Iterator["Node"]:
        """This element and all in it, in the order of the page."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack += [child for child in reversed(node.children) if isinstance(child, Node)]

    def raw_text(self) -> str:
        """Characters of all text in it."""
        return "".join(child for node in self.walk() for child in node.children if isinstance(child, str))


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("root", {})
        self._open = [self.root]
        self._nodes = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_implied(tag)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            return
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID and len(self._open) < MAX_DEPTH:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Outside of SVG the slash means nothing: <div/> opens a div.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _end_implied(self, tag: str) -> None:
        ended, fences = _ENDS.get(tag, (set(), set()))
        if tag in _BLOCKS:
            ended, fences = {"p"}, _BLOCKS - {"p"} | {"li", "td", "th", "dd"}
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag in fences:
                return
            if self._open[depth].tag in ended:
                outer = depth
                # A new row ends the cell and the row around it.
                while outer > 1 and self._open[outer - 1].tag in ended:
                    outer -= 1
                del self._open[outer:]
                return


def parse(html: str) -> Node:
    """The page as a tree; never fails. Nesting beyond 200 is flattened, elements beyond 150,000 are
    dropped."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root
