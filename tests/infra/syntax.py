"""Bicep files as syntax trees (tree-sitter-bicep)."""

import re
from collections.abc import Iterator
from pathlib import Path

import tree_sitter_bicep
from tree_sitter import Language, Node, Parser

_parser = Parser(Language(tree_sitter_bicep.language()))


class BicepError(Exception):
    """The file would not compile; the message says where and why."""


def parse(file: Path) -> Node:
    """The root of the tree. Raises BicepError for what does not parse."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".bicepparam":
        # The grammar knows parameters with a type only; an assignment has the shape of a variable's declaration.
        text = re.sub(r"(?m)^param (\w+) =", r"var \1 =", text)
    root = _parser.parse(text.encode()).root_node
    for node in descendants(root):
        if node.type == "ERROR" or node.is_missing:
            raise BicepError(f"{file}:{node.start_point.row + 1}: does not parse: {text_of(node)[:60]!r}")
    return root


def descendants(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from descendants(child)


def text_of(node: Node) -> str:
    return (node.text or b"").decode()


def named(node: Node) -> list[Node]:
    """The children that carry meaning."""
    return [one for one in node.named_children if one.type not in ("comment", "diagnostic_comment")]


def first(node: Node, *kinds: str) -> Node | None:
    return next((child for child in node.children if child.type in kinds), None)


def get_field(node: Node, name: str) -> Node:
    """Raises BicepError for a node without it."""
    child = node.child_by_field_name(name)
    if child is None:
        raise BicepError(f"{node.type} without {name}: {text_of(node)[:60]!r}")
    return child
