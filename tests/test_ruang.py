"""The rooms of the models stand in an order: each imports, names and calls only what lies below it."""

import ast
import re
from pathlib import Path

from odoo.addons import dpmd_pengaduan
from odoo.tests import BaseCase, tagged

ADDON = Path(dpmd_pengaduan.__path__[0])
MODELS = ADDON / "models"
DOCS = ADDON.parent / "docs/architecture.md"


def _rooms():
    """Return the rooms, lowest first, as ``models/__init__.py`` loads them."""
    return re.findall(r"^from \. import (\w+)$", (MODELS / "__init__.py").read_text(), re.MULTILINE)


def _documented_hooks():
    """Return the methods through which a room reaches up, as the documentation lists them."""
    part = DOCS.read_text().partition("## Hooks")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `(_\w+)`", part, re.MULTILINE))


class Room:
    """What the files of a room define, import, name and call."""

    def __init__(self, name):
        self.name = name
        self.files = {path: ast.parse(path.read_text()) for path in sorted((MODELS / name).glob("*.py"))}

    def nodes(self, kind):
        for path, tree in self.files.items():
            for node in ast.walk(tree):
                if isinstance(node, kind):
                    yield path, node

    def defined(self):
        return {node.name for _path, node in self.nodes(ast.FunctionDef)}

    def models(self):
        """Return the models that are made here."""
        found = set()
        for _path, node in self.nodes(ast.ClassDef):
            values = {
                statement.targets[0].id: statement.value
                for statement in node.body
                if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)
            }
            name = values.get("_name")
            inherited = ast.unparse(values["_inherit"]) if "_inherit" in values else ""
            if name and name.value not in inherited:
                found.add(name.value)
        return found


@tagged("standard", "post_install", "-at_install")
class TestRuang(BaseCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.order = _rooms()
        cls.rooms = [Room(name) for name in cls.order]

    def test_every_folder_is_a_room_and_says_in_a_sentence_what_is_inside(self):
        folders = {path.parent.name for path in MODELS.glob("*/__init__.py")}
        self.assertEqual(folders, set(self.order))
        self.assertFalse([path.name for path in MODELS.glob("*.py") if path.name != "__init__.py"])
        for room in self.rooms:
            sentence = ast.get_docstring(room.files[MODELS / room.name / "__init__.py"])
            self.assertTrue(sentence and sentence.endswith(".") and "\n" not in sentence, room.name)

    def test_one_file_extends_or_makes_one_model(self):
        for room in self.rooms:
            for path, tree in room.files.items():
                models = [
                    node
                    for node in tree.body
                    if isinstance(node, ast.ClassDef)
                    and "models." in ast.unparse(node.bases[0] if node.bases else ast.Constant(""))
                ]
                self.assertLessEqual(len(models), 1, path.name)

    def test_imports_go_down(self):
        for room in self.rooms:
            allowed = self.order[: self.order.index(room.name)]
            for path, node in room.nodes(ast.ImportFrom):
                if node.level == 2:
                    self.assertIn(node.module.split(".")[0], allowed, f"{room.name}/{path.name}")
                self.assertLess(node.level, 3, f"{room.name}/{path.name} reaches out of the models")

    def test_models_are_named_downwards(self):
        home = {model: room.name for room in self.rooms for model in room.models()}
        self.assertIn("dpmd.pengaduan", home)
        for room in self.rooms:
            allowed = {model for model, name in home.items() if self.order.index(name) <= self.order.index(room.name)}
            for path, node in room.nodes(ast.Subscript):
                if ast.unparse(node.value).endswith("env") and isinstance(node.slice, ast.Constant):
                    model = node.slice.value
                    if model in home:
                        self.assertIn(model, allowed, f"{room.name}/{path.name}:{node.lineno}")

    def test_calls_go_down(self):
        """A room that needs more than lies below it declares a hook, which the room above extends."""
        lowest = {}
        for number, room in enumerate(self.rooms):
            for name in room.defined():
                lowest.setdefault(name, number)
        self.assertGreater(len(lowest), 300)
        for number, room in enumerate(self.rooms):
            for path, node in room.nodes(ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
                if name.startswith("_") and name in lowest:
                    self.assertLessEqual(lowest[name], number, f"{room.name}/{path.name}:{node.lineno} {name}")

    def test_hooks_are_those_of_the_documentation(self):
        declared = {
            node.name
            for room in self.rooms
            for _path, node in room.nodes(ast.FunctionDef)
            if re.search(r"\bhook\b", ast.get_docstring(node) or "")
        }
        self.assertEqual(declared, _documented_hooks())
