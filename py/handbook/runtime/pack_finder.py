"""Runs in the reader's browser as ``sitecustomize``: finds the library's modules in one table.

Python's own finder opens the archive, looks for a header and reads, once for each of
more than a hundred modules. Here the archive is read once; what is needed comes out of it.
It imports nothing that is in the table itself.
"""

import marshal
import sys
from zipimport import zipimporter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from types import CodeType, ModuleType

ARCHIVE = next(path for path in sys.path if path.endswith(".zip"))
TABLE: dict[str, tuple[bool, bytes]] = marshal.loads(  # noqa: S302 - our own file
    zipimporter(ARCHIVE).get_data("modules")
)
"""Whether each module is a package, and its bytecode, by its name."""
Spec = type(__spec__)


class Finder:
    """Finds and loads the modules of the table, as ``sys.meta_path`` asks."""

    @classmethod
    def find_spec(
        cls, name: str, _path: object = None, _target: object = None
    ) -> "ModuleSpec | None":
        """Return the spec of a module of the table, or None."""
        if name not in TABLE:
            return None
        place = f"{ARCHIVE}/{name.replace('.', '/')}"
        package = TABLE[name][0]
        file = f"{place}/__init__.pyc" if package else f"{place}.pyc"
        spec: ModuleSpec = Spec(
            name,
            cls,  # type: ignore[arg-type]  # a loader by what it does; the class itself is in the table
            origin=file,
            is_package=package,
        )
        spec.has_location = True
        if package:
            spec.submodule_search_locations = [place]
        return spec

    @staticmethod
    def create_module(_spec: "ModuleSpec") -> None:
        """Leave the making of the module to Python."""

    @classmethod
    def exec_module(cls, module: "ModuleType") -> None:
        """Run the module."""
        exec(cls.get_code(module.__name__), vars(module))  # noqa: S102 - what a loader does

    @staticmethod
    def get_code(name: str) -> "CodeType":
        """Return the module's bytecode."""
        code: CodeType = marshal.loads(TABLE[name][1])  # noqa: S302 - our own file
        return code

    @staticmethod
    def get_source(_name: str) -> None:
        """Say that there is no source."""


sys.meta_path.insert(0, Finder)
